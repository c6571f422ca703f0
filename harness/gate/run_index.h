// harness/gate/run_index.h -- a scored run, with each sample found by its name. Internal to the module.
//
//   Threads  pure; the records must outlive it.
#pragma once

#include <map>
#include <vector>

#include "harness/gate/comparison.h"
#include "harness/gate/sample_pair.h"
#include "harness/score/run_scores.h"

namespace effk::gate {

class RunIndex {
 public:
  RunIndex(const record::RunRecord& run, const score::RunScores& scores);

  // Of the scored problems; in the order of Subject.
  const std::map<Subject, MeasuredSample>& samples() const { return samples_; }
  const MeasuredSample* find(const Subject& subject) const;

 private:
  std::map<Subject, MeasuredSample> samples_;
};

}  // namespace effk::gate
