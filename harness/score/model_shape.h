// harness/score/model_shape.h -- where a model's score comes from: level by level, and factor by factor of
// the reference's cost.
//
//   Unit     scores: 1 is the reference; shares 0 to 1.
//   Scope    means over the samples of a problem, then over the selected problems; a missing one counts 0.
//   Errors   std::invalid_argument as metrics/.
//   Threads  pure.
#pragma once

#include <optional>
#include <vector>

#include "harness/score/run_scores.h"

namespace effk::score {

// f_l, index = level. Absent where no problem has a weight at that level; problems without one are left out
// there.
std::vector<std::optional<double>> level_means(const record::RunRecord& run, const RunScores& scores,
                                               const ModelScores& model);

// kPerformanceProfile at each of `factors`.
std::vector<double> performance_profile(const RunScores& scores, const ModelScores& model,
                                        const std::vector<double>& factors);

}  // namespace effk::score
