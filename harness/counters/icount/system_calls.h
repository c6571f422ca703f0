// harness/counters/icount/system_calls.h -- system calls that the runtime answers itself, by subject.
//
// Everything else that is in system_call_table.h goes to the kernel as it is, after two checks: an address
// outside the program's window gets EFAULT, and what arguments point to is copied first where it holds
// further addresses (nested_arguments.h).
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// Arguments in the order of the kernel's calling convention. dispatch.S knows the layout.
struct Call {
  long number = 0;
  std::uint64_t a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
};

// What forward() gives when a signal of the program arrived before the kernel was called: nothing was done.
constexpr long kNotMade = -512;

long forward(const Call& call);

// Each returns whether the call was one of its own; then `result` is the answer.
bool do_memory_call(Hidden& hidden, const Call& call, long& result);   // memory_calls.cc
bool do_process_call(Hidden& hidden, const Call& call, long& result);  // process_calls.cc
bool do_signal_call(Hidden& hidden, const Call& call, long& result);   // signal_calls.cc
bool do_virtual_call(Hidden& hidden, const Call& call, long& result);  // virtual_calls.cc

}  // namespace effk::icount
