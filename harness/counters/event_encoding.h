// harness/counters/event_encoding.h -- names of hardware events, by way of libpfm4.
#pragma once

#include <linux/perf_event.h>

#include <string>

#include "harness/base/error.h"

namespace effk::counters {

// A perf_event_attr travels as its bytes.
perf_event_attr attributes_from(const std::string& bytes);
std::string bytes_of(const perf_event_attr& attributes);

// The bytes of the perf_event_attr that counts the event `name` ("PERF_COUNT_HW_INSTRUCTIONS", or any that
// libpfm4 knows on this machine): in user mode only, disabled, inherited by forked processes, and read with
// the times of EventReading. Errors: usage, for a name nobody knows.
Result<std::string> encode_event(const std::string& name);

// "4.13"
std::string event_library_version();

}  // namespace effk::counters
