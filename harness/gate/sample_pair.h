// harness/gate/sample_pair.h -- one sample of a baseline beside the same one of a run.
//
//   Threads  pure.
#pragma once

#include <optional>

#include "harness/gate/comparison.h"
#include "harness/gate/limits.h"
#include "harness/record/record.h"
#include "harness/score/sample_score.h"

namespace effk::gate {

struct MeasuredSample {
  const record::SampleRecord* record = nullptr;
  const score::SampleScore* score = nullptr;
  const record::ReferenceRecord* reference = nullptr;  // of its run; absent only if it failed
};

// What of the limits holds for one sample.
struct PairRules {
  Tolerance cost;
  std::optional<double> cost_at_most;
  std::optional<double> score_drop;  // scores follow from costs and verdicts: looked at only if asked for
  std::optional<double> score_at_least;
  bool judge_verdict = true;
  bool exact = true;                       // counts repeat to the last digit
  double noise_factor = 1;                 // of half the sum of both spreads; see noise_factor()
  CostUnit unit = CostUnit::instructions;  // times are taken as multiples of the reference's
};

// How far apart two values of equal work may lie, in halves of the sum of the two spreads, so that a larger
// difference comes by chance in 1 of 1000 pairs: 3.3 for 3 repetitions, 1 for 6 and more. With a single
// repetition there is no spread, and nothing is known.
//
// The statistic is Lord's ("The use of range in place of standard deviation in the t-test", Biometrika 34,
// 1947), for Hodges and Lehmann's estimates of normal readings; tests/gate/sample_pair_test.cc simulates it.
double noise_factor(int repetitions);

// Worse if anything about it is worse, else better if anything is better.
Comparison compare_samples(const MeasuredSample& before, const MeasuredSample& after, const PairRules& rules);

}  // namespace effk::gate
