#include <map>

#include "harness/gate/parts.h"

namespace effk::gate {
namespace {

using Kind = Reason::Kind;

bool is_measured(const MeasuredSample& sample) {
  return sample.record->verdict != record::Verdict::internal_error;
}

}  // namespace

Comparison unpaired(const Subject& subject, Kind kind) {
  Comparison one{subject};
  one.judged = kind != Kind::is_new;
  one.outcome = one.judged ? Outcome::worse : Outcome::unresolved;
  one.reasons.push_back({kind, one.outcome});
  return one;
}

std::vector<Comparison> compare_one_by_one(const RunIndex& before, const RunIndex& after,
                                           const Limits& limits, const Setting& setting) {
  std::vector<Comparison> result;
  for (const auto& [subject, old_sample] : before.samples()) {
    if (!is_measured(old_sample)) continue;
    const MeasuredSample* const new_sample = after.find(subject);
    if (new_sample == nullptr) {
      result.push_back(unpaired(subject, Kind::missing));
      result.back().verdict_before = record::to_string(old_sample.score->verdict);
    } else if (!is_measured(*new_sample)) {
      result.push_back(unpaired(subject, Kind::not_measured));
      result.back().reasons.front().detail = new_sample->record->detail;
    } else {
      result.push_back(
          compare_samples(old_sample, *new_sample, rules_for(old_sample, *new_sample, limits, setting)));
    }
  }
  for (const auto& [subject, new_sample] : after.samples()) {
    const MeasuredSample* const old_sample = before.find(subject);
    if (old_sample != nullptr && is_measured(*old_sample)) continue;
    result.push_back(unpaired(subject, Kind::is_new));
    result.back().verdict_after = record::to_string(new_sample.score->verdict);
  }
  return result;
}

std::vector<ProblemComparison> by_problem(const std::vector<Comparison>& samples) {
  struct Sum {
    ProblemComparison problem;
    double scored = 0;
  };
  std::map<Subject, Sum> sums;
  for (const Comparison& one : samples) {
    if (!one.judged) continue;
    const Subject subject{one.subject.model, one.subject.language, one.subject.problem};
    auto& [problem, scored] = sums[subject];
    problem.subject = subject;
    ++(one.outcome == Outcome::worse    ? problem.worse
       : one.outcome == Outcome::better ? problem.better
                                        : problem.unresolved);
    if (!one.before || !one.after) continue;
    ++scored;
    problem.before = problem.before.value_or(0) + *one.before;
    problem.after = problem.after.value_or(0) + *one.after;
  }
  std::vector<ProblemComparison> result;
  for (auto& [subject, sum] : sums) {
    ProblemComparison& problem = sum.problem;
    if (problem.before) *problem.before /= sum.scored;
    if (problem.after) *problem.after /= sum.scored;
    problem.outcome = problem.worse > 0    ? Outcome::worse
                      : problem.better > 0 ? Outcome::better
                                           : Outcome::unresolved;
    result.push_back(std::move(problem));
  }
  return result;
}

}  // namespace effk::gate
