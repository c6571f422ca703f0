// harness/counters/icount/virtual_timers.h -- alarm and setitimer where time is virtual.
//
// A timer goes off at the program's first system call after its moment. That is later than a real one would
// in a loop without system calls, but at the same instruction in every run. Waiting takes the time that was
// asked for, no more: then the clocks of two runs agree.
#pragma once

#include "harness/counters/icount/system_calls.h"

namespace effk::icount {

// alarm, setitimer and getitimer; false if it is another call or time is not virtual.
bool do_timer_call(Hidden& hidden, const Call& call, long& result);

// How many nanoseconds a call waits at most, if it has a limit; to be asked before it is made.
std::uint64_t longest_wait(const Hidden& hidden, const Call& call);

// So much time has passed in a call. Timers that are due go off.
void pass_time(Hidden& hidden, std::uint64_t nanoseconds);

// For calls that wait for nothing but a signal: if the first timer runs, makes it that moment, lets it go
// off, and returns true.
bool jump_to_timer(Hidden& hidden);

}  // namespace effk::icount
