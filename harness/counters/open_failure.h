// harness/counters/open_failure.h -- why perf_event_open() refused, and what the reader can do about it.
#pragma once

#include <optional>
#include <string>

#include "harness/base/error.h"

namespace effk::counters {

// A pure function of errno and of kernel.perf_event_paranoid (nullopt: it could not be read).
Error open_failure(int error_number, std::optional<int> paranoid);

// The same for an event of that name which is counted beside the cost: side_events.h.
Error event_open_failure(const std::string& name, int error_number, std::optional<int> paranoid);

// The setting of this machine.
std::optional<int> perf_event_paranoid();

}  // namespace effk::counters
