#include "harness/gate/pair_rules.h"

#include <algorithm>

#include "harness/gate/run_index.h"

namespace effk::gate {
namespace {

template <typename T>
void take(std::optional<T>& value, const std::optional<T>& later) {
  if (later) value = later;
}

bool is_unrepeatable(const MeasuredSample& sample) {
  const auto& cases = sample.record->cases;
  return std::any_of(cases.begin(), cases.end(), [](const record::CaseRecord& one) {
    return std::find(one.flags.begin(), one.flags.end(), "unrepeatable") != one.flags.end();
  });
}

}  // namespace

ProblemLimit limit_of_problem(const Limits& limits, const Subject& subject) {
  ProblemLimit all;
  for (const ProblemLimit& one : limits.problems) {
    if (!fits(one.pattern.problem, subject.problem) || !fits(one.pattern.model, subject.model) ||
        !fits(one.pattern.language, subject.language)) {
      continue;
    }
    take(all.cost, one.cost);
    take(all.cost_at_most, one.cost_at_most);
    take(all.score_drop, one.score_drop);
    take(all.score_at_least, one.score_at_least);
    take(all.judge_verdict, one.judge_verdict);
  }
  return all;
}

PairRules rules_for(const MeasuredSample& before, const MeasuredSample& after, const Limits& limits,
                    const Setting& setting) {
  const bool noisy = setting.noisy || is_unrepeatable(before) || is_unrepeatable(after);
  const ProblemLimit limit = limit_of_problem(limits, subject_of(*after.record));
  PairRules rules;
  rules.unit = setting.unit;
  rules.exact = !noisy && !setting.across;
  rules.noise_factor = noise_factor(setting.repetitions);
  rules.cost = limit.cost.value_or(limits.cost);
  rules.cost_at_most = limit.cost_at_most;
  rules.score_drop = limit.score_drop;
  rules.score_at_least = limit.score_at_least;
  rules.judge_verdict = limit.judge_verdict.value_or(true);
  const auto widen = [&](const Tolerance& by) {
    rules.cost.relative = std::max(rules.cost.relative, by.relative);
    rules.cost.absolute = std::max(rules.cost.absolute, by.absolute);
  };
  if (noisy) widen(limits.noisy_cost);
  if (setting.across) widen(limits.across_cost);
  return rules;
}

}  // namespace effk::gate
