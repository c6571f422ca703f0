// harness/counters/counter_math.h -- arithmetic on what a counter returns, apart from the system calls.
//
// It is kept apart because it can be silently wrong: a count five per cent low looks just like a right one.
// Here it is tested with values on machines that have no counter.
#pragma once

#include <cstdint>

#include "harness/base/error.h"
#include "harness/base/units.h"

namespace effk::counters {

// What read(2) returns for an event with PERF_FORMAT_TOTAL_TIME_ENABLED and _RUNNING, in this order.
struct EventReading {
  std::uint64_t value = 0;
  std::uint64_t enabled_ns = 0;  // how long it was to be counted
  std::uint64_t running_ns = 0;  // how long it was
};

// Whether the event was on a counter all the time it was to be, so that its value is no estimate.
inline bool was_counted_throughout(const EventReading& reading) {
  return reading.running_ns == reading.enabled_ns;
}

// The count, if the event was on a counter all the time it was to be: a count that the kernel interrupted can
// only be scaled up, and estimates may not be ranked.
Result<Instructions> exact_count(const EventReading& reading);

// Whether a count of a loop of `known` instructions can be one: never less, and more only by what surrounds a
// loop (the calls that start and stop the counter, an interrupt or two): .1% and 100,000.
bool plausible_count(Instructions counted, Instructions known);

}  // namespace effk::counters
