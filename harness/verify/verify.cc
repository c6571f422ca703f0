#include "harness/verify/verify.h"

#include <fmt/format.h>

#include <memory>

#include "harness/base/files.h"
#include "harness/score/sample_score.h"
#include "harness/session/canaries.h"
#include "harness/session/evaluate.h"
#include "harness/session/standard.h"
#include "harness/verify/agreement.h"
#include "harness/verify/sizes.h"

namespace effk::verify {
namespace {

using StandardPointer = std::shared_ptr<const session::Standard>;

// A broken specification is an answer here; trouble with the machine is not.
bool is_answer(const Error& error) {
  return error.kind == ErrorKind::bad_input;
}

std::string words(const Error& error) {
  return error.why.empty() ? error.what : error.what + ": " + error.why;
}

class Verifier {
 public:
  Verifier(const suite::Suite& suite, const suite::Problem& problem, const session::Bench& bench,
           session::Drivers& drivers)
      : suite_(suite), problem_(problem), bench_(bench), drivers_(drivers) {}

  Result<std::vector<Promise>> ask(const std::vector<suite::Language>& languages);

 private:
  void add(std::string name, bool kept, std::string found, bool optional = false) {
    promises_.push_back({problem_.id, std::move(name), kept, optional, std::move(found)});
  }
  // Other benchmarks have small cases and no rivals: that is worth a warning, and no promise of theirs.
  bool is_import() const { return suite_.load == suite::LoadPolicy::free; }
  Result<bool> ask_generator(const cases::Generator& generator, suite::Language language);
  Result<StandardPointer> ask_reference(suite::Language language, const cases::Generator& generator);
  Result<void> ask_rivals(const session::Standard& standard);
  Result<record::SampleRecord> evaluate(const std::string& code, const session::Standard& standard);
  double score(const record::SampleRecord& sample, const session::Standard& standard) const;
  void ask_rival(const suite::SolutionFile& file, const record::SampleRecord& sample,
                 const session::Standard& standard);

  const suite::Suite& suite_;
  const suite::Problem& problem_;
  const session::Bench& bench_;
  session::Drivers& drivers_;
  std::vector<Promise> promises_;
};

Result<std::vector<Promise>> Verifier::ask(const std::vector<suite::Language>& languages) {
  auto generator = bench_.generator(problem_);
  if (!generator && is_answer(generator.error())) {
    add("the generator compiles", false, words(generator.error()));
    return promises_;
  }
  if (!generator) return tl::unexpected(generator.error());
  std::vector<StandardPointer> standards;
  for (const suite::Language language : languages) {
    auto generated = ask_generator(*generator, language);
    if (!generated) return tl::unexpected(generated.error());
    if (!*generated) return promises_;
    auto standard = ask_reference(language, *generator);
    if (!standard) return tl::unexpected(standard.error());
    if (!*standard) continue;
    for (SizePromise& size : size_promises(suite_, **standard)) {
      add(std::move(size.name), size.kept, std::move(size.found), is_import());
    }
    if (auto asked = ask_rivals(**standard); !asked) return tl::unexpected(asked.error());
    standards.push_back(std::move(*standard));
  }
  for (const StandardPointer& one : standards) {
    for (const StandardPointer& other : standards) {
      if (one == other) continue;
      auto agreement = agreement_on(*one, *other, bench_.toolchain(), drivers_);
      if (!agreement) return tl::unexpected(agreement.error());
      add(fmt::format("the {} reference agrees with the {} one on its cases",
                      suite::to_string(one->language()), suite::to_string(other->language())),
          agreement->fault.empty(),
          agreement->fault.empty() ? fmt::format("{} cases", agreement->compared) : agreement->fault);
    }
  }
  return promises_;
}

Result<bool> Verifier::ask_generator(const cases::Generator& generator, suite::Language language) {
  const std::string name =
      fmt::format("cases for {} keep the contract and repeat", suite::to_string(language));
  const auto cases = generator.cases(language);
  if (!cases && !is_answer(cases.error())) return tl::unexpected(cases.error());
  if (!cases) {
    add(name, false, words(cases.error()));
    return false;
  }
  // Cached cases satisfied the contract when they were made; it may have been sharpened in the meantime
  // only with the generator's source, which renames them.
  const auto again = generator.make_backwards(language);
  if (!again && !is_answer(again.error())) return tl::unexpected(again.error());
  if (!again) {
    add(name, false, words(again.error()));
    return false;
  }
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < cases->size(); ++i) {
    const cases::Case& one = (*cases)[i];
    if ((*again)[i].arguments != one.arguments) {
      add(name, false, fmt::format("level {}, case {} differs when made again", one.level, one.number));
      return false;
    }
    bytes += one.arguments.size();
  }
  add(name, true, fmt::format("{} cases, {:.1f} MB", cases->size(), static_cast<double>(bytes) / 1e6));
  return true;
}

Result<StandardPointer> Verifier::ask_reference(suite::Language language, const cases::Generator& generator) {
  auto standard = session::Standard::measure(
      problem_, language, bench_.toolchain(), generator, drivers_,
      session::StandardOptions::of(suite_, bench_.options().alpha, bench_.instrument().traits()));
  const std::string name = fmt::format("the {} reference solves every case", suite::to_string(language));
  if (!standard) {
    if (!is_answer(standard.error())) return tl::unexpected(standard.error());
    add(name, false, words(standard.error()));
    return StandardPointer();
  }
  add(name, true, fmt::format("{} cases", (*standard)->record().cases.size()));
  auto sample = evaluate((*standard)->record().code, **standard);
  if (!sample) return tl::unexpected(sample.error());
  const std::string fault =
      session::reference_fault(*sample, **standard, session::repeat_tolerance(bench_.instrument()));
  add(fmt::format("the {} reference scores 1 as an ordinary sample", suite::to_string(language)),
      fault.empty(), fault.empty() ? fmt::format("{:.3f}", score(*sample, **standard)) : fault);
  return *standard;
}

Result<record::SampleRecord> Verifier::evaluate(const std::string& code, const session::Standard& standard) {
  record::SampleRecord sample;
  sample.problem = problem_.id;
  sample.language = suite::to_string(standard.language());
  sample.code = code;
  if (auto done = session::evaluate(sample, standard, bench_.toolchain(), drivers_); !done) {
    return tl::unexpected(done.error());
  }
  return sample;
}

double Verifier::score(const record::SampleRecord& sample, const session::Standard& standard) const {
  std::vector<record::LevelRecord> levels;
  for (const suite::Level& level : problem_.levels) levels.push_back({level.weight, level.cases});
  levels.front().slack = standard.slack(0);
  return score::score_sample(sample, standard.record(), levels, bench_.options().alpha).score;
}

Result<void> Verifier::ask_rivals(const session::Standard& standard) {
  const auto files = suite::solution_files(problem_);
  if (!files) return tl::unexpected(files.error());
  int slow = 0;
  int wrong = 0;
  for (const suite::SolutionFile& file : *files) {
    if (file.language != standard.language() || file.is_reference()) continue;
    slow += file.is_slow() ? 1 : 0;
    wrong += file.is_wrong() ? 1 : 0;
    const auto code = read_file(file.path);
    if (!code) return tl::unexpected(code.error());
    auto sample = evaluate(*code, standard);
    if (!sample) return tl::unexpected(sample.error());
    ask_rival(file, *sample, standard);
  }
  add(fmt::format("there is a slow_* and a wrong_* rival in {}", suite::to_string(standard.language())),
      slow > 0 && wrong > 0, fmt::format("{} slow, {} wrong", slow, wrong), is_import());
  return {};
}

void Verifier::ask_rival(const suite::SolutionFile& file, const record::SampleRecord& sample,
                         const session::Standard& standard) {
  const std::string who = fmt::format("{} in {}", file.name, suite::to_string(file.language));
  std::string found = fmt::format("{}{}{}", record::to_string(sample.verdict),
                                  sample.detail.empty() ? "" : ": ", sample.detail);
  const bool censored =
      record::censors(sample.verdict) && !sample.cases.empty() && sample.cases.back().level > 0;
  const bool passed = sample.verdict == record::Verdict::accepted || censored;
  if (file.is_slow()) {
    const double scored = score(sample, standard);
    add(fmt::format("{} is right and scores under {}", who, problem_.slow_below),
        passed && scored < problem_.slow_below, fmt::format("scored {:.3f}, {}", scored, found));
  } else if (file.is_baseline()) {
    add(who + " is right", passed, std::move(found));
  } else if (file.is_wrong()) {
    add(who + " is rejected", !passed, std::move(found));
  } else {
    add(who + " has a name that promises something", false,
        "expected reference, slow_*, wrong_* or baseline");
  }
}

}  // namespace

Result<std::vector<Promise>> verify_problem(const suite::Suite& suite, const suite::Problem& problem,
                                            const std::vector<suite::Language>& languages,
                                            const session::Bench& bench, session::Drivers& drivers) {
  return Verifier(suite, problem, bench, drivers).ask(languages);
}

}  // namespace effk::verify
