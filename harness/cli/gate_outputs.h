// harness/cli/gate_outputs.h -- a gate's decision in every form that was asked for.
#pragma once

#include "harness/base/error.h"
#include "harness/cli/arguments.h"
#include "harness/gate/comparison.h"
#include "harness/record/record.h"
#include "harness/report/gate_words.h"

namespace effk::cli {

// Two outputs cannot both go to standard output. Errors: usage.
Result<void> check_outputs(const GateOutputs& outputs);

// The table first: whatever happens to a file, a reader has seen the decision.
Result<void> write_outputs(const GateOutputs& outputs, const gate::RunComparison& comparison,
                           const record::RunRecord& run, const report::Sides& sides);

}  // namespace effk::cli
