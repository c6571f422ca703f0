// harness/counters/overflow_signal.h -- a perf event that speaks up when its count passes a budget.
//
// By a signal: an event that forked processes inherit has no ring buffer that could be polled. The signal
// goes to one thread and does nothing there but end its poll(), which then returns with EINTR. It says that
// it is time to look, and no more: the period is counted for each process by itself, so that a family may
// pass the budget without a signal, and a signal that finds the thread awake is lost. So look now and then
// anyway, and let the final count decide.
//
//   Unit     the event's.
//   Errors   environment, when the kernel refuses.
//   Threads  safe; the first call puts a handler of the process in place for one real-time signal.
#pragma once

#include <string>

#include "harness/base/error.h"
#include "harness/base/units.h"

namespace effk::counters {

// The attributes of the same event (as encode_event() makes them), which overflows beyond `budget`. Some
// processors and virtual machines cannot: opening it fails then.
std::string overflowing_beyond(const std::string& attributes, Cost budget);

// Overflows of `event`, and of those that are inherited from it, end a poll() of the calling thread.
Result<void> wake_this_thread(int event);

}  // namespace effk::counters
