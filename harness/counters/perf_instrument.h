// harness/counters/perf_instrument.h -- hardware counters, through the kernel's perf events.
//
// The trusted child opens the event on itself before mark 0 and passes the descriptor over; the meter enables
// it at the mark and reads it from outside, while the child waits and after it has ended. A supervisor that
// opened the event itself would need more privilege, and would have to find processes in other namespaces.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "harness/counters/core_pmu.h"
#include "harness/counters/instrument.h"

namespace effk::counters {

inline constexpr const char* kInstructionEvent = "PERF_COUNT_HW_INSTRUCTIONS";

// Errors: environment, if this machine cannot count: an event is opened and a loop of known length counted.
Result<std::unique_ptr<Instrument>> make_perf_instrument();

// Without the check, and with any event: a test can count something that every machine has. A driver on a
// CPU of one of `kinds_of_core` has instructions counted by that PMU, whatever the event.
Result<std::unique_ptr<Instrument>> make_perf_instrument_unchecked(const std::string& event,
                                                                   std::vector<CorePmu> kinds_of_core = {});

}  // namespace effk::counters
