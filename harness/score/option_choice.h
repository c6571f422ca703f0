// harness/score/option_choice.h -- what ScoreOptions ask for, fitted to a run, or refused.
//
//   Errors   as score_run().
//   Threads  pure.
#pragma once

#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::score {

Result<double> choose_alpha(const record::RunRecord& run, const ScoreOptions& options);

// Ascending, each once.
Result<std::vector<int>> choose_k(const ScoreOptions& options);

// Pointers into `run`, in its order; at least one.
Result<std::vector<const record::ProblemRecord*>> choose_problems(const record::RunRecord& run,
                                                                  const ScoreOptions& options);

// No weights at all are fine: each problem has its own.
Result<void> check_weights(const std::vector<double>& weights,
                           const std::vector<const record::ProblemRecord*>& problems);

}  // namespace effk::score
