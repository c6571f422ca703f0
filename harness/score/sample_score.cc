#include "harness/score/sample_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "metrics/level_score.h"

namespace effk::score {
namespace {

using record::Verdict;

double as_double(Instructions count) {
  return static_cast<double>(count.value);
}

template <typename Case>
LevelScore& level_of(std::vector<LevelScore>& levels, const Case& one, const char* whose) {
  if (one.level < 0 || static_cast<std::size_t>(one.level) >= levels.size()) {
    throw std::invalid_argument(fmt::format("the {} has a case of level {}, and the problem has {} levels",
                                            whose, one.level, levels.size()));
  }
  return levels[static_cast<std::size_t>(one.level)];
}

// Fills in what the reference says of each level, and the sums.
void add_reference(SampleScore& result, const record::ReferenceRecord& reference) {
  for (const record::ReferenceCase& one : reference.cases) {
    LevelScore& level = level_of(result.levels, one, "reference");
    level.reference_cost = std::max(level.reference_cost.value_or(Instructions{}), one.cost);
    if (one.level > 0) {
      result.reference_stress_cost = result.reference_stress_cost.value_or(Instructions{}) + one.cost;
    }
  }
}

// The budget that stops a sample: over all levels > 0, weighted or not, as the session takes it.
std::optional<double> stopping_budget(const std::vector<LevelScore>& levels, double alpha) {
  std::optional<double> dearest;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    if (!levels[i].reference_cost) continue;
    dearest = std::max(dearest.value_or(0), as_double(*levels[i].reference_cost));
  }
  if (dearest) *dearest *= alpha;
  return dearest;
}

// Goes through the cases in the order in which they were run, up to the one that ends the sample.
void walk(SampleScore& result, const record::SampleRecord& sample,
          const std::vector<record::LevelRecord>& levels, std::optional<double> stop) {
  const auto slack_of = [&](int level) { return levels[static_cast<std::size_t>(level)].slack; };
  result.verdict = sample.verdict;
  if (sample.verdict == Verdict::internal_error) stop.reset();  // our fault stays our fault
  int last_level = 0;
  for (const record::CaseRecord& one : sample.cases) {
    LevelScore& level = level_of(result.levels, one, "sample");
    ++result.cases;
    last_level = one.level;
    if (stop && one.cost && as_double(*one.cost) > *stop + as_double(slack_of(one.level))) {
      // Too dear comes before every other verdict, also before a wrong answer at this case or later.
      result.verdict = Verdict::budget_exceeded;
      break;
    }
    // Only an answer, right or wrong, has a cost: where a kill or an exception cut the work off says nothing
    // about how much there was.
    const bool answered = one.verdict == Verdict::accepted || one.verdict == Verdict::wrong_answer;
    if (one.number < 0 || static_cast<std::size_t>(one.number) >= level.case_costs.size()) {
      throw std::invalid_argument(fmt::format("the sample has a case {} of level {}, which has {} cases",
                                              one.number, one.level, level.case_costs.size()));
    }
    if (answered) level.case_costs[static_cast<std::size_t>(one.number)] = one.cost;
  }
  result.complete = result.verdict == Verdict::accepted;
  result.passed = result.complete || (record::censors(result.verdict) && last_level > 0);
}

void add_level_costs(SampleScore& result) {
  bool all_known = result.complete;
  Instructions sum;
  for (std::size_t i = 0; i < result.levels.size(); ++i) {
    LevelScore& level = result.levels[i];
    const auto& costs = level.case_costs;
    const bool known = !costs.empty() && std::all_of(costs.begin(), costs.end(),
                                                     [](const auto& cost) { return cost.has_value(); });
    if (known) {
      level.cost = **std::max_element(costs.begin(), costs.end());
      for (const auto& cost : costs) {
        if (i > 0) sum = sum + *cost;
      }
    } else if (i > 0) {
      all_known = false;
    }
  }
  if (all_known) result.stress_cost = sum;
}

std::vector<metrics::LevelCosts> for_metrics(const std::vector<LevelScore>& levels) {
  std::vector<metrics::LevelCosts> result;
  for (const LevelScore& level : levels) {
    metrics::LevelCosts& one = result.emplace_back();
    one.weight = level.weight;
    if (level.reference_cost) one.reference_cost = as_double(*level.reference_cost);
    if (level.cost) one.cost = as_double(*level.cost);
  }
  return result;
}

}  // namespace

SampleScore score_sample(const record::SampleRecord& sample, const record::ReferenceRecord& reference,
                         const std::vector<record::LevelRecord>& levels, double alpha) {
  SampleScore result;
  for (const record::LevelRecord& level : levels) {
    LevelScore& one = result.levels.emplace_back();
    one.weight = level.weight;
    one.case_costs.resize(static_cast<std::size_t>(std::max(level.cases, 0)));
  }
  add_reference(result, reference);
  walk(result, sample, levels, stopping_budget(result.levels, alpha));
  add_level_costs(result);

  const std::vector<metrics::LevelCosts> costs = for_metrics(result.levels);
  if (!reference.cases.empty()) result.budget = metrics::budget(costs, alpha);
  if (!result.passed) {
    for (LevelScore& level : result.levels) {
      if (level.weight > 0) level.score = 0;
    }
    return result;
  }
  const std::vector<std::optional<double>> scores = metrics::level_scores(costs, alpha);
  for (std::size_t i = 0; i < scores.size(); ++i) result.levels[i].score = scores[i];
  result.score = metrics::sample_score({.right = true, .levels = costs}, alpha);
  return result;
}

}  // namespace effk::score
