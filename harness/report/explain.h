// harness/report/explain.h -- why one sample got its score, step by step with all numbers:
// `effk report RUN --explain MODEL/PROBLEM/LANGUAGE/SAMPLE`.
//
//   Unit     instructions, as whole numbers.
//   Errors   bad_input for a name that the run does not hold, with the nearest one it does.
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/report/text_style.h"
#include "harness/score/run_scores.h"

namespace effk::report {

// The name of a sample as explain() takes it: MODEL/PROBLEM/LANGUAGE/SAMPLE. A model's name may hold slashes.
std::string sample_name(const record::SampleRecord& sample);

// `scores` are those of `run`. Ends with a newline.
Result<std::string> explain(const record::RunRecord& run, const score::RunScores& scores,
                            std::string_view name, const TextStyle& style = {});

}  // namespace effk::report
