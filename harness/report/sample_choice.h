// harness/report/sample_choice.h -- finds a sample by its name, and what was meant if there is none. Internal
// to the module.
//
//   Errors   bad_input, naming the first part of the name that is unknown.
//   Threads  pure.
#pragma once

#include <string_view>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::report {

Result<const score::ScoredSample*> find_sample(const record::RunRecord& run, const score::RunScores& scores,
                                               std::string_view name);

}  // namespace effk::report
