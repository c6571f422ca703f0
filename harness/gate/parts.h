// harness/gate/parts.h -- the parts of a comparison: metrics, samples one by one, samples drawn anew, and
// what they come to by problem. Internal to the module; compare_runs() puts them together.
//
//   Threads  pure.
#pragma once

#include <cstdint>
#include <vector>

#include "harness/gate/comparison.h"
#include "harness/gate/limits.h"
#include "harness/gate/pair_rules.h"
#include "harness/gate/run_index.h"
#include "harness/score/run_scores.h"

namespace effk::gate {

// Of every (model, language) that both have, each metric that both have. The scores are of the same problems.
std::vector<Comparison> compare_metrics(const score::RunScores& before, const score::RunScores& after,
                                        const Limits& limits, std::uint64_t seed);

// Every sample that either has.
std::vector<Comparison> compare_one_by_one(const RunIndex& before, const RunIndex& after,
                                           const Limits& limits, const Setting& setting);

// Of problems whose samples are new draws: how many there are, and what limits say of their mean score.
struct Redrawn {
  std::vector<Comparison> comparisons;  // where there is something to judge
  std::vector<ProblemComparison> problems;
};
Redrawn compare_redrawn(const score::RunScores& before, const score::RunScores& after, const Limits& limits);

// Judged samples, dealt out to their problems.
std::vector<ProblemComparison> by_problem(const std::vector<Comparison>& samples);

// A subject that only one of the two runs has.
Comparison unpaired(const Subject& subject, Reason::Kind kind);

// Worst first: what fails, then what is better, then the rest; inside, verdicts before costs, and the largest
// change first; equals by name.
void sort_worst_first(RunComparison& comparison);

}  // namespace effk::gate
