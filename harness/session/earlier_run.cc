#include "harness/session/earlier_run.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/record/conditions.h"

namespace effk::session {
namespace {

using record::Verdict;
using SampleName = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;

constexpr std::size_t kMostDifferences = 10;

SampleName name_of(const record::SampleRecord& one) {
  return {one.model, one.problem, one.language, one.sample};
}

std::string words(const record::SampleRecord& one) {
  return fmt::format("sample {}/{}/{}/{}", one.model, one.problem, one.language, one.sample);
}

void compare_problems(const EarlierRun& earlier, const record::RunRecord& head,
                      std::vector<std::string>& found) {
  for (const auto& one : earlier.run.problems) {
    if (record::find_problem(head, one.problem) == nullptr)
      found.push_back(fmt::format("problem {} is in {}, and not asked for", one.problem, earlier.name));
  }
  for (const auto& one : head.problems) {
    if (record::find_problem(earlier.run, one.problem) == nullptr)
      found.push_back(fmt::format("problem {} is asked for, and not in {}", one.problem, earlier.name));
  }
}

void compare_samples(const EarlierRun& earlier, const std::vector<record::SampleRecord>& samples,
                     std::vector<std::string>& found) {
  std::map<SampleName, const std::string*> asked;
  for (const record::SampleRecord& one : samples) asked[name_of(one)] = &one.code;
  for (const record::SampleRecord& one : earlier.run.samples) {
    const auto place = asked.find(name_of(one));
    if (place == asked.end()) {
      found.push_back(fmt::format("{} is in {}, and not among the submissions", words(one), earlier.name));
    } else if (*place->second != one.code) {
      found.push_back(fmt::format("{} has other code than in {}", words(one), earlier.name));
    }
  }
}

// A clock, a compiler or a fault of ours decided it, and may decide otherwise.
bool may_be_taken_over(Verdict verdict) {
  return verdict != Verdict::time_limit && verdict != Verdict::compile_error &&
         verdict != Verdict::internal_error;
}

// Why nothing may be taken from this run; empty if something may.
std::string refusal(const EarlierRun& earlier, const record::Environment& environment) {
  if (!record::counts_exactly(environment))
    return "this instrument does not count exactly, so everything is measured anew";
  for (const record::Difference& one :
       record::differences(earlier.run.environment, environment, record::Meeting::taken_over)) {
    if (one.refused) return record::words(one, "it", "this run");
  }
  return {};
}

}  // namespace

Result<void> check_continuation(const EarlierRun& earlier, const record::RunRecord& head,
                                const std::vector<record::SampleRecord>& samples) {
  std::vector<std::string> found;
  for (const record::Difference& one :
       record::differences(earlier.run.environment, head.environment, record::Meeting::joined)) {
    if (one.refused) found.push_back(record::words(one, earlier.name, "what is asked"));
  }
  compare_problems(earlier, head, found);
  compare_samples(earlier, samples, found);
  if (found.empty()) return {};
  const std::size_t more = found.size() - std::min(found.size(), kMostDifferences);
  found.resize(found.size() - more);
  if (more > 0) found.push_back(fmt::format("and {} more", more));
  return fail(ErrorKind::bad_input, fmt::format("cannot go on with {}", earlier.name),
              fmt::format("{}", fmt::join(found, "\n        ")),
              "ask for what it was begun with, or measure anew into another file with -o");
}

std::string difference(const record::ReferenceRecord& earlier, const record::ReferenceRecord& now,
                       bool exactly) {
  if (earlier.code_digest != now.code_digest) return "its code is another";
  if (earlier.cases.size() != now.cases.size())
    return fmt::format("it has {} cases and had {}", now.cases.size(), earlier.cases.size());
  if (exactly && (earlier.load != now.load || earlier.allowance != now.allowance))
    return fmt::format("loading costs {} and cost {}", now.load.value, earlier.load.value);
  for (std::size_t i = 0; i < now.cases.size(); ++i) {
    const record::ReferenceCase& before = earlier.cases[i];
    const record::ReferenceCase& after = now.cases[i];
    const std::string where = fmt::format("level {}, case {}: ", after.level, after.number);
    if (std::tie(before.level, before.number, before.arguments_digest) !=
        std::tie(after.level, after.number, after.arguments_digest)) {
      return where + "it is another case";
    }
    if (exactly &&
        std::tie(before.cost, before.frame, before.floor) != std::tie(after.cost, after.frame, after.floor)) {
      return where + fmt::format("it costs {} (frame {}) and cost {} (frame {})", after.cost.value,
                                 after.frame, before.cost.value, before.frame);
    }
  }
  return {};
}

ReusableRecords::ReusableRecords(std::vector<EarlierRun> runs, const record::Environment& environment) {
  // Reserved, and filled before anything points into it.
  sources_.reserve(runs.size());
  for (EarlierRun& one : runs) {
    if (const std::string why = refusal(one, environment); !why.empty()) {
      refusals_.push_back(fmt::format("{}: {}", one.name, why));
    } else {
      sources_.push_back({std::move(one), {}});
    }
  }
  for (Source& source : sources_) {
    for (const record::SampleRecord& one : source.earlier.run.samples) {
      if (!one.code.empty() && may_be_taken_over(one.verdict))
        source.samples.emplace(Key(one.problem, one.language, one.code), &one);
    }
  }
}

const record::ReferenceRecord* ReusableRecords::find_reference(const std::string& problem,
                                                               const std::string& language,
                                                               const std::string& problem_digest) const {
  for (const Source& source : sources_) {
    const auto* same = record::find_problem(source.earlier.run, problem);
    if (same == nullptr || same->digest != problem_digest) continue;
    if (const auto* found = record::find_reference(source.earlier.run, problem, language)) return found;
  }
  return nullptr;
}

std::optional<record::SampleRecord> ReusableRecords::find(const record::SampleRecord& asked,
                                                          const std::string& problem_digest,
                                                          const record::ReferenceRecord& reference) const {
  for (const Source& source : sources_) {
    const auto found = source.samples.find(Key(asked.problem, asked.language, asked.code));
    if (found == source.samples.end()) continue;
    const auto* problem = record::find_problem(source.earlier.run, asked.problem);
    const auto* standard = record::find_reference(source.earlier.run, asked.problem, asked.language);
    if (problem == nullptr || standard == nullptr || problem->digest != problem_digest ||
        !difference(*standard, reference, true).empty()) {
      continue;
    }
    record::SampleRecord taken = *found->second;
    taken.model = asked.model;
    taken.sample = asked.sample;
    taken.extraction = asked.extraction;
    taken.reused = true;
    return taken;
  }
  return std::nullopt;
}

}  // namespace effk::session
