// harness/gate/confirmation.h -- before a noisy instrument may fail anything, it has to say so twice.
//
// What is worse is measured again by the caller; here is what to measure, how the second measurement takes
// the first one's place, and what then stands.
//
//   Threads  pure.
#pragma once

#include <vector>

#include "harness/gate/comparison.h"
#include "harness/record/record.h"

namespace effk::gate {

// The samples that fail for what was measured, and those whose score fell where a metric of theirs fails.
// Sorted.
std::vector<Subject> worth_confirming(const RunComparison& comparison);

// `run` with the samples of `again` in the place of its own. Their times are put in terms of the references
// as `run` measured them, for the machine may have become faster or slower since.
record::RunRecord with_second_measurement(record::RunRecord run, const record::RunRecord& again);

// What fails in `first` stays so if it is worse in `second` too, which was made of with_second_measurement();
// else it has vanished. Of samples only those that were `measured` again.
void confirm(RunComparison& first, const RunComparison& second, const std::vector<Subject>& measured);

}  // namespace effk::gate
