// harness/gate/compare_runs.h -- a run beside its baseline: every metric, problem and sample.
//
// Records in, a comparison out. Whether the two may be compared at all is decided before: environments.h.
//
//   Scope    problems that both runs have selected, and that are asked for. What the baseline has and the run
//            lacks is worse; what is new is shown and not judged.
//   Errors   bad_input where nothing can be compared, where a limit is on what neither run has, and as
//            score_run().
//   Threads  pure: the same records give the same comparison on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/gate/comparison.h"
#include "harness/gate/limits.h"
#include "harness/record/record.h"

namespace effk::gate {

struct CompareOptions {
  Limits limits = {};
  std::vector<std::string> across = {};    // differences of the environments that were accepted
  std::vector<std::string> problems = {};  // empty: all
  std::uint64_t seed = 1;                  // of tests and intervals
};

Result<RunComparison> compare_runs(const record::RunRecord& baseline, const record::RunRecord& run,
                                   const CompareOptions& options);

}  // namespace effk::gate
