// harness/counters/icount/system_calls.h -- system calls that the runtime answers itself, by subject.
//
// Everything else goes to the kernel as it is, after two checks: an argument that is an address outside the
// program's window gets EFAULT, and a descriptor of icount's gets EBADF, whatever the call.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// Arguments in the order of the kernel's calling convention.
struct Call {
  long number = 0;
  std::uint64_t a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
};

long forward(const Call& call);

// Each returns whether the call was one of its own; then `result` is the answer.
bool do_memory_call(Hidden& hidden, const Call& call, long& result);   // memory_calls.cc
bool do_process_call(Hidden& hidden, const Call& call, long& result);  // process_calls.cc
bool do_virtual_call(Hidden& hidden, const Call& call, long& result);  // virtual_calls.cc

}  // namespace effk::icount
