// harness/score/judged_samples.h -- the samples of one problem as most metrics see them. Internal to the
// module.
//
//   Unit     costs summed over all cases of levels > 0, in the run's unit.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <vector>

#include "harness/score/run_scores.h"
#include "metrics/judged_cost.h"

namespace effk::score {

struct JudgedSamples {
  std::vector<metrics::JudgedCost> samples;
  // Without a reference nothing can have passed, and then its cost is not looked at: 1 will do.
  double reference_cost = 1;
};

JudgedSamples judged_samples(const ProblemScores& problem, const std::vector<ScoredSample>& samples);

}  // namespace effk::score
