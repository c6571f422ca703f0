#include "harness/gate/confirmation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "harness/gate/parts.h"
#include "harness/gate/run_index.h"

namespace effk::gate {
namespace {

using CaseKey = std::tuple<std::string, std::string, int, int>;  // problem, language, level, number

std::map<CaseKey, Cost> reference_costs(const record::RunRecord& run) {
  std::map<CaseKey, Cost> costs;
  for (const record::ReferenceRecord& reference : run.references) {
    for (const record::ReferenceCase& one : reference.cases)
      costs[{reference.problem, reference.language, one.level, one.number}] = one.cost;
  }
  return costs;
}

bool was_measured(const Comparison& one) {
  return one.before && one.after && one.subject.metric.empty() && !one.subject.sample.empty();
}

std::set<Subject> worse_ones(const std::vector<Comparison>& comparisons) {
  std::set<Subject> subjects;
  for (const Comparison& one : comparisons) {
    if (one.outcome == Outcome::worse) subjects.insert(one.subject);
  }
  return subjects;
}

void conclude(Comparison& first, const std::set<Subject>& worse_again) {
  const bool again = worse_again.count(first.subject) > 0;
  first.confirmation = again ? Confirmation::confirmed : Confirmation::vanished;
  if (!again) first.outcome = Outcome::unresolved;
}

}  // namespace

std::vector<Subject> worth_confirming(const RunComparison& comparison) {
  std::set<std::pair<std::string, std::string>> models;  // and languages, of metrics that fail
  for (const Comparison& one : comparison.metrics) {
    if (one.fails()) models.insert({one.subject.model, one.subject.language});
  }
  std::set<Subject> subjects;
  for (const Comparison& one : comparison.samples) {
    if (!was_measured(one)) continue;
    const bool lowers_a_metric =
        models.count({one.subject.model, one.subject.language}) > 0 && *one.after < *one.before;
    if (one.fails() || lowers_a_metric) subjects.insert(one.subject);
  }
  return {subjects.begin(), subjects.end()};
}

record::RunRecord with_second_measurement(record::RunRecord run, const record::RunRecord& again) {
  const bool rescale = record::cost_unit(run.environment) == CostUnit::cpu_time_nanoseconds;
  const auto first_costs = reference_costs(run);
  const auto second_costs = reference_costs(again);
  std::map<Subject, record::SampleRecord> measured;
  for (record::SampleRecord sample : again.samples) {
    for (record::CaseRecord& one : sample.cases) {
      const CaseKey key{sample.problem, sample.language, one.level, one.number};
      const auto first = first_costs.find(key);
      const auto second = second_costs.find(key);
      if (!rescale || first == first_costs.end() || second == second_costs.end() || second->second.value == 0)
        continue;
      const double by = static_cast<double>(first->second.value) / static_cast<double>(second->second.value);
      const auto scaled = [by](Cost cost) {
        return Cost{static_cast<std::uint64_t>(std::llround(static_cast<double>(cost.value) * by))};
      };
      one.total = scaled(one.total);
      one.spread = scaled(one.spread);
      if (one.cost) one.cost = scaled(*one.cost);
    }
    const Subject subject = subject_of(sample);
    measured[subject] = std::move(sample);
  }
  for (record::SampleRecord& sample : run.samples) {
    if (const auto found = measured.find(subject_of(sample)); found != measured.end()) sample = found->second;
  }
  return run;
}

void confirm(RunComparison& first, const RunComparison& second, const std::vector<Subject>& measured) {
  const std::set<Subject> worse_samples = worse_ones(second.samples);
  for (Comparison& one : first.samples) {
    if (one.fails() && std::binary_search(measured.begin(), measured.end(), one.subject))
      conclude(one, worse_samples);
  }
  const std::set<Subject> worse_metrics = worse_ones(second.metrics);
  for (Comparison& one : first.metrics) {
    if (one.fails()) conclude(one, worse_metrics);
  }
  if (!first.redrawn) first.by_problem = by_problem(first.samples);
  sort_worst_first(first);
}

}  // namespace effk::gate
