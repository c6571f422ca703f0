// harness/session/unrecorded_events.h -- which events of a run could not be recorded everywhere, and why.
//
// Where another program wants the processor's counters too, the kernel takes turns. What was counted for part
// of a case only is an estimate and is not recorded: see counters/side_events.h.
//
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"

namespace effk::session {

// A line for each event that was asked for and is missing in some case of a sample, a reference or a rival
// that was run: "PERF_COUNT_HW_CACHE_MISSES is not recorded in 3 of 40 cases: ...". In the order of asking.
std::vector<std::string> unrecorded_events(const record::RunRecord& run);

}  // namespace effk::session
