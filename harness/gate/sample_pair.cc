#include "harness/gate/sample_pair.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace effk::gate {
namespace {

using Kind = Reason::Kind;

// A level's cost and how sure it is, in instructions or as a multiple of the reference's time.
struct LevelCost {
  double value = 0;
  double spread = 0;  // largest minus smallest reading
};

// Nothing unless every case of the level ended with an answer.
std::optional<LevelCost> level_cost(const MeasuredSample& sample, std::size_t level, CostUnit unit) {
  if (level >= sample.score->levels.size() || !sample.score->levels[level].cost) return std::nullopt;
  LevelCost result;
  for (const auto& cost : sample.score->levels[level].case_costs)
    result.value += static_cast<double>(cost->value);
  for (const record::CaseRecord& one : sample.record->cases) {
    if (one.level == static_cast<int>(level)) result.spread += static_cast<double>(one.spread.value);
  }
  if (unit == CostUnit::instructions) return result;
  double reference = 0;
  for (const record::ReferenceCase& one : sample.reference->cases) {
    if (one.level == static_cast<int>(level)) reference += static_cast<double>(one.cost.value);
  }
  if (reference <= 0) return std::nullopt;
  return LevelCost{result.value / reference, result.spread / reference};
}

int levels_finished(const score::SampleScore& score) {
  int finished = 0;
  for (std::size_t level = 1; level < score.levels.size(); ++level)
    finished += score.levels[level].cost ? 1 : 0;
  return finished;
}

// Of costs: more is worse.
Outcome outcome_of(double growth, double beyond) {
  if (growth > beyond) return Outcome::worse;
  return growth < -beyond ? Outcome::better : Outcome::unresolved;
}

// True if a level that only one side finished cost so nearly the whole budget that the clock may have
// decided.
bool near_budget(const MeasuredSample& finisher, const score::SampleScore& other, const PairRules& rules) {
  if (rules.exact || !finisher.score->budget) return false;
  const std::size_t levels = std::min(finisher.score->levels.size(), other.levels.size());
  for (std::size_t level = 1; level < levels; ++level) {
    const auto& cost = finisher.score->levels[level].cost;
    if (!cost || other.levels[level].cost) continue;
    double spread = 0;
    for (const record::CaseRecord& one : finisher.record->cases) {
      if (one.level == static_cast<int>(level))
        spread = std::max(spread, static_cast<double>(one.spread.value));
    }
    const double left = *finisher.score->budget - static_cast<double>(cost->value);
    return left <= std::max(rules.cost.allowed(*finisher.score->budget), rules.noise_factor * spread);
  }
  return false;
}

bool clock_decided(record::Verdict verdict) {
  return verdict == record::Verdict::budget_exceeded || verdict == record::Verdict::time_limit ||
         verdict == record::Verdict::accepted;
}

Reason verdict_reason(const MeasuredSample& before, const MeasuredSample& after, const PairRules& rules) {
  Reason reason{Kind::verdict};
  reason.verdict_before = record::to_string(before.score->verdict);
  reason.verdict_after = record::to_string(after.score->verdict);
  reason.detail = after.record->detail;
  if (before.score->passed != after.score->passed) {
    reason.outcome = after.score->passed ? Outcome::better : Outcome::worse;
    return reason;
  }
  if (!after.score->passed) return reason;  // failed, and fails
  const int finished_before = levels_finished(*before.score);
  const int finished_after = levels_finished(*after.score);
  if (finished_before == finished_after) return reason;
  reason.kind = Kind::levels;
  reason.before = finished_before;
  reason.after = finished_after;
  const bool lost = finished_after < finished_before;
  if (clock_decided(before.score->verdict) && clock_decided(after.score->verdict) &&
      near_budget(lost ? before : after, lost ? *after.score : *before.score, rules)) {
    reason.kind = Kind::budget;
    return reason;
  }
  reason.outcome = lost ? Outcome::worse : Outcome::better;
  return reason;
}

void add_costs(const MeasuredSample& before, const MeasuredSample& after, const PairRules& rules,
               std::vector<Reason>& reasons) {
  if (!before.score->passed || !after.score->passed) return;
  for (std::size_t level = 1; level < after.score->levels.size(); ++level) {
    const auto old_cost = level_cost(before, level, rules.unit);
    const auto new_cost = level_cost(after, level, rules.unit);
    if (!old_cost || !new_cost) continue;
    // Where another suite has more cases of the level, there is nothing to hold its cost against.
    if (before.score->levels[level].case_costs.size() != after.score->levels[level].case_costs.size())
      continue;
    Reason reason{rules.unit == CostUnit::instructions ? Kind::cost : Kind::relative_cost};
    reason.level = static_cast<int>(level);
    reason.before = old_cost->value;
    reason.after = new_cost->value;
    reason.limit = rules.cost.allowed(old_cost->value);
    if (!rules.exact) reason.noise = rules.noise_factor * (old_cost->spread + new_cost->spread) / 2;
    reason.outcome = outcome_of(new_cost->value - old_cost->value, std::max(reason.limit, reason.noise));
    reasons.push_back(std::move(reason));
  }
}

void add_limits(const MeasuredSample& before, const MeasuredSample& after, const PairRules& rules,
                std::vector<Reason>& reasons) {
  const auto bound = [&](Kind kind, std::optional<double> value, double limit, bool holds) {
    Reason reason{kind, holds ? Outcome::unresolved : Outcome::worse};
    reason.after = value;
    reason.limit = limit;
    reasons.push_back(std::move(reason));
  };
  if (rules.cost_at_most) {
    std::optional<double> cost;
    if (after.score->stress_cost) cost = static_cast<double>(after.score->stress_cost->value);
    bound(Kind::cost_at_most, cost, *rules.cost_at_most, cost && *cost <= *rules.cost_at_most);
  }
  if (rules.score_at_least) {
    const double score = after.score->score;
    bound(Kind::score_at_least, score, *rules.score_at_least, score >= *rules.score_at_least);
  }
  if (rules.score_drop) {
    Reason reason{Kind::score};
    reason.before = before.score->score;
    reason.after = after.score->score;
    reason.limit = *rules.score_drop;
    reason.outcome = outcome_of(*reason.before - *reason.after, reason.limit);
    reasons.push_back(std::move(reason));
  }
}

// Where a reader should look first: what is worse, then what is better; verdicts before costs, and of costs
// the largest change.
void sort_reasons(std::vector<Reason>& reasons) {
  const auto rank = [](const Reason& one) {
    const int outcome = one.outcome == Outcome::worse ? 0 : one.outcome == Outcome::better ? 1 : 2;
    const double change =
        one.before && one.after && *one.before != 0 ? std::fabs(*one.after / *one.before - 1) : 0;
    return std::make_tuple(outcome, one.kind == Kind::cost || one.kind == Kind::relative_cost, -change);
  };
  std::stable_sort(reasons.begin(), reasons.end(),
                   [&](const Reason& a, const Reason& b) { return rank(a) < rank(b); });
}

}  // namespace

double noise_factor(int repetitions) {
  constexpr double kFactors[] = {1, 1, 17.8, 3.3, 1.77, 1.23};  // index: repetitions
  return repetitions < static_cast<int>(std::size(kFactors)) ? kFactors[std::max(repetitions, 0)] : 1;
}

Comparison compare_samples(const MeasuredSample& before, const MeasuredSample& after,
                           const PairRules& rules) {
  const record::SampleRecord& sample = *after.record;
  Comparison result{subject_of(sample)};
  result.before = before.score->score;
  result.after = after.score->score;
  result.verdict_before = record::to_string(before.score->verdict);
  result.verdict_after = record::to_string(after.score->verdict);
  result.cost_before = before.score->stress_cost;
  result.cost_after = after.score->stress_cost;
  if (!before.record->code.empty() && !sample.code.empty())
    result.same_code = before.record->code == sample.code;
  for (const record::CaseRecord& one : sample.cases)
    result.wall_us += static_cast<std::uint64_t>(one.use.wall_us);

  if (rules.judge_verdict) result.reasons.push_back(verdict_reason(before, after, rules));
  add_costs(before, after, rules, result.reasons);
  add_limits(before, after, rules, result.reasons);
  sort_reasons(result.reasons);
  if (!result.reasons.empty()) result.outcome = result.reasons.front().outcome;
  return result;
}

}  // namespace effk::gate
