// harness/counters/icount/runtime.h -- what dispatch.S and the parts of the runtime call.
#pragma once

#include "harness/counters/icount/hidden.h"
#include "harness/counters/icount/system_calls.h"

namespace effk::icount {

// The program's state at an address of the cache inside `block`: sets pc, rcx and the count as if the
// instructions before it had been executed one by one.
void locate(Hidden& hidden, const Block& block, Address run);

// Whether the copy of an instruction begins at an address of the cache, or `run` is where a copy of a
// repeated string instruction goes on.
bool begins_instruction(Hidden& hidden, const Block& block, Address run);

// Does the instruction at hidden.pc in the program's place.
void do_instruction(Hidden& hidden);

// The system call whose number and arguments are in the program's registers.
void do_system_call(Hidden& hidden);

// Checks that nobody has tampered with the count, and that it is within the limit; ends the process if not.
void check_count(Hidden& hidden);
// Sees to it that the program is stopped soon after its budget, if it has one that is not watched yet.
void arm_limit(Hidden& hidden);

}  // namespace effk::icount

extern "C" {
[[noreturn]] void icount_entry();
void icount_resume();
void icount_resume_end();
// Makes a system call; kNotMade if a signal of the program arrives, or has arrived, before.
long icount_forward(const effk::icount::Call* call);
void icount_forward_begin();
void icount_forward_end();
void icount_forward_not_made();
[[noreturn]] void icount_miss();
[[noreturn]] void icount_faulted();
void icount_restore();
void icount_signal(int number, const effk::icount::SignalInfo* info, void* user);
void icount_signal_seen(effk::icount::Hidden* hidden, int number, const effk::icount::SignalInfo* info,
                        void* user);
void icount_dispatch(effk::icount::Hidden* hidden);
void icount_after_fault(effk::icount::Hidden* hidden);
void icount_begin(effk::icount::Hidden* hidden);
[[noreturn]] void icount_begin_on_own_stack();
void icount_start(std::uint64_t* stack);
}
