#include <fmt/format.h>

#include <algorithm>

#include "harness/score/peers/families.h"

namespace effk::score {

PeerFamily effibench(const PeerInput& input) {
  PeerFamily family{"EffiBench", {}, {}};
  ProblemRatios costs;
  ProblemRatios memory;
  bool any_memory = false;
  for (const PeerProblem& problem : input.problems) {
    if (problem.reference_cost) costs.add(*problem.reference_cost, problem.costs);
    any_memory = any_memory || problem.reference_memory.has_value();
    if (problem.reference_memory) memory.add(*problem.reference_memory, problem.memory);
  }
  const auto named = [&](const char* name) { return named_value(family.name, name); };
  family.values.push_back(costs.mean_of_ratios(named("NET, mean of ratios"), input.seed));
  family.values.push_back(costs.ratio_of_sums(named("NET, ratio of sums"), input.seed));
  PeerValue nmu_mean = memory.mean_of_ratios(named("NMU, mean of ratios"), input.seed);
  PeerValue nmu_sums = memory.ratio_of_sums(named("NMU, ratio of sums"), input.seed);
  if (!any_memory) {
    const char* const why = "no reference's memory grew, or the run is of an older effk";
    nmu_mean = lacking(std::move(nmu_mean), why);
    nmu_sums = lacking(std::move(nmu_sums), why);
  }
  family.values.push_back(std::move(nmu_mean));
  family.values.push_back(std::move(nmu_sums));
  family.values.push_back(lacking(named("NTMU, mean of ratios"), "a run keeps the peak alone"));
  family.values.push_back(lacking(named("NTMU, ratio of sums"), "a run keeps the peak alone"));
  family.notes.push_back(fmt::format("NET is of {}; NMU is of growth after the language's own start",
                                     input.unit == CostUnit::instructions ? "instructions" : "CPU time"));
  if (any_memory) {
    note_problems(family.notes, "left out of NMU", input.problems, [](const PeerProblem& problem) {
      return problem.reference_memory || problem.is_missing() ? "" : "the reference's memory did not grow";
    });
  }
  note_unknown_costs(family.notes, input, "left out",
                     [](const PeerProblem&) { return std::optional<double>(0); });
  return family;
}

}  // namespace effk::score
