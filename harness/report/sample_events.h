// harness/report/sample_events.h -- what events a sample caused, level by level, beside the reference's.
// Internal to the module.
//
//   Unit     what the event counts, summed over the cases of a level that were run.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/record/record.h"
#include "harness/report/text_style.h"

namespace effk::report {

// A table with two rows an event, the sample's and the reference's; "-" where a case of the level was not run
// or its event not recorded. Empty if the run was not asked for events. `reference` may be null.
std::string sample_events(const record::RunRecord& run, const record::SampleRecord& sample,
                          const record::ReferenceRecord* reference, const TextStyle& style);

}  // namespace effk::report
