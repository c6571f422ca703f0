// made_up_run FILE MODELS PROBLEMS SAMPLES -- writes a run that nobody measured: as many models (in two
// languages by turns), problems, and samples of each. The first models, and the first problem, have
// everything in their names, texts and code that could break out of a page. The same arguments write the same
// run.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include "harness/store/run_writer.h"

namespace {

using namespace effk;
using record::Verdict;

constexpr const char* kHostile =
    "<script>alert(1)</script></script><!-- --><img src=x onerror=alert(2)> {{mustache}} <%tag%> & \" ' "
    "\xe2\x80\xa8 \xff \xe2\x80\xae";

const std::vector<std::string> kHostileModels = {
    "<script>alert(1)</script>", "</script><!--",
    "line\xe2\x80\xa8separator", "bytes \xff\xfe",
    std::string(10'000, 'x'),    "{{model}} <%& data %> __proto__",
    "../../..?#/sample/%41"};

std::string model_name(int index) {
  const auto at = static_cast<std::size_t>(index);
  if (at < kHostileModels.size()) return kHostileModels[at];
  return fmt::format("{}-{}-instruct-{:02}", at % 3 == 0 ? "a-rather-long-vendor/model" : "model",
                     at * 7 % 90, at);
}

std::string code_text(std::mt19937_64& random, int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i)
    text += fmt::format("    value_{:x} = step(value, {});  # note\n", random(), i);
  return text;
}

struct Suite {
  std::vector<record::ProblemRecord> problems;
  std::vector<record::ReferenceRecord> references;
};

Suite suite_of(int count) {
  Suite suite;
  const std::vector<std::string> tags = {"graphs", "strings", "sorting", "arithmetic", "any-order"};
  for (int i = 0; i < count; ++i) {
    record::ProblemRecord problem;
    problem.problem = fmt::format("problem_{:03}{}", i, i == 0 ? kHostile : "");
    problem.challenge = i % 3 == 0 ? "implementation" : "algorithm";
    problem.tags = {tags[static_cast<std::size_t>(i) % tags.size()], i == 0 ? kHostile : "all"};
    problem.levels = {{0, 1}, {3, 1}, {3, 1}, {4, 1}};
    problem.digest = fmt::format("{:x}", i);
    problem.title = fmt::format("The title of {}{}", i, i == 0 ? kHostile : "");
    problem.kind = "function";
    problem.statement = fmt::format("# A heading\n\nWrite `solve(x)`. {}\n\n- one\n- two\n",
                                    i == 0 ? kHostile : "Return *what* is asked.");
    for (const char* language : {"cpp", "python"}) {
      problem.signatures[language] = "solve(x)";
      record::ReferenceRecord reference;
      reference.problem = problem.problem;
      reference.language = language;
      reference.code = fmt::format("// {}\n", kHostile);
      int level = 0;
      for (const std::uint64_t cost : {1'000'000u, 10'000'000u, 40'000'000u, 160'000'000u})
        reference.cases.push_back({level++, 0, {cost + static_cast<std::uint64_t>(i)}, {1000}, {10}});
      suite.references.push_back(reference);
    }
    suite.problems.push_back(problem);
  }
  return suite;
}

// As good as the model: `skill` is the chance of being right, and pulls the cost towards the reference's.
record::SampleRecord sample_of(std::mt19937_64& random, double skill,
                               const record::ReferenceRecord& reference) {
  std::uniform_real_distribution<double> share;
  record::SampleRecord sample;
  sample.problem = reference.problem;
  sample.language = reference.language;
  sample.extraction = "fence";
  sample.load = Cost{50'000};
  const bool right = share(random) < skill;
  const double factor = 0.9 + share(random) * (2.6 - 2 * skill);
  for (const record::ReferenceCase& one : reference.cases) {
    record::CaseRecord result;
    result.level = one.level;
    result.number = one.number;
    const double cost = static_cast<double>(one.cost.value) * factor;
    result.total = {static_cast<std::uint64_t>(cost) + 1000};
    if (!right && one.level == 1) {
      result.verdict = sample.verdict = Verdict::wrong_answer;
      sample.detail = "level 1, case 0: expected [1, 2, 3], found [3, 2, 1]";
    } else if (one.level > 0 && cost > 320'000'000) {
      result.verdict = sample.verdict = Verdict::budget_exceeded;
      sample.detail = fmt::format("level {}, case 0: over budget", one.level);
    } else {
      result.cost = Cost{static_cast<std::uint64_t>(cost)};
    }
    sample.cases.push_back(result);
    if (result.verdict != Verdict::accepted) break;
  }
  return sample;
}

void check(const Result<void>& done) {
  if (done) return;
  std::fputs(error_text(done.error()).c_str(), stderr);
  std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const int models = std::atoi(argv[2]);
  const int problems = std::atoi(argv[3]);
  const int samples = std::atoi(argv[4]);
  const Suite suite = suite_of(problems);
  record::RunRecord head;
  head.environment = {{"suite", fmt::format("made-up {}", kHostile)},
                      {"suite.digest", "0123"},
                      {"instrument", "icount"},
                      {"instrument.version", "effk 0.1.0"},
                      {"effk", "0.1.0"},
                      {"alpha", "2"},
                      {"cpu", kHostile}};
  head.problems = suite.problems;
  auto writer = store::RunWriter::create(argv[1], head);
  if (!writer) {
    std::fputs(error_text(writer.error()).c_str(), stderr);
    return 1;
  }
  for (const auto& reference : suite.references) check(writer->add(reference));
  std::mt19937_64 random(1);
  for (int model = 0; model < models; ++model) {
    const double skill = 0.15 + 0.8 * (model * 37 % 101) / 101.0;
    for (const auto& reference : suite.references) {
      if ((reference.language == "python") != (model % 2 == 0)) continue;
      if (model % 9 == 8 && reference.problem == suite.problems.back().problem) continue;  // missing
      for (int i = 0; i < samples; ++i) {
        record::SampleRecord sample = sample_of(random, skill, reference);
        sample.model = model_name(model);
        sample.sample = std::to_string(i);
        sample.code = fmt::format("def solve(x):  # {}\n", i == 0 ? kHostile : "") +
                      code_text(random, 5 + static_cast<int>(random() % 25));
        check(writer->add(sample));
      }
    }
  }
  check(writer->finish(true));
  return 0;
}
