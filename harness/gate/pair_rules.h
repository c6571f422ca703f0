// harness/gate/pair_rules.h -- what of the limits holds for one sample. Internal to the module.
//
//   Threads  pure.
#pragma once

#include "harness/gate/comparison.h"
#include "harness/gate/limits.h"
#include "harness/gate/sample_pair.h"

namespace effk::gate {

// All that the limits say of a subject's problem in one: of entries that fit, later ones stand.
ProblemLimit limit_of_problem(const Limits& limits, const Subject& subject);

// What holds for the two runs as a whole.
struct Setting {
  CostUnit unit = CostUnit::instructions;
  bool noisy = false;   // an instrument does not repeat exactly
  bool across = false;  // the environments differ
  int repetitions = 3;  // of each case, the fewer of the two runs
};

// Of the tolerances that apply the largest one counts.
PairRules rules_for(const MeasuredSample& before, const MeasuredSample& after, const Limits& limits,
                    const Setting& setting);

}  // namespace effk::gate
