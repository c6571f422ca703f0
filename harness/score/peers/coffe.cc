#include <fmt/format.h>

#include "harness/score/peers/families.h"

namespace effk::score {
namespace {

// The run's own metric of that name: COFFE's are the same formulas.
PeerValue as_scored(PeerValue value, const PeerInput& input) {
  const Metric* metric = find_metric(input.model.metrics, value.name);
  if (metric == nullptr) {
    value.lacks = "no sample was scored";
    return value;
  }
  value.value = metric->value;
  value.problems = input.problems.size();
  value.samples = input.model.samples;
  if (value.problems > 1) value.interval = metrics::Interval{metric->low, metric->high};
  return value;
}

}  // namespace

PeerFamily coffe(const PeerInput& input) {
  PeerFamily family{"COFFE", {}, {}};
  for (const char* name : {"pass@k", "efficient@k"}) {
    for (const int k : input.k) {
      family.values.push_back(as_scored(named_value(family.name, name, k), input));
    }
  }
  ProblemRatios ratios;
  for (const PeerProblem& problem : input.problems) {
    if (problem.reference_cost) ratios.add(*problem.reference_cost, problem.costs);
  }
  family.values.push_back(ratios.speedup(named_value(family.name, "speedup"), input.seed));
  note_unknown_costs(family.notes, input, "left out of speedup",
                     [](const PeerProblem&) { return std::optional<double>(0); });
  return family;
}

}  // namespace effk::score
