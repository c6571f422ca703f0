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
  CostUnit unit = CostUnit::instructions;  // times are taken as multiples of the reference's
};

// Worse if anything about it is worse, else better if anything is better.
Comparison compare_samples(const MeasuredSample& before, const MeasuredSample& after, const PairRules& rules);

}  // namespace effk::gate
