// harness/counters/icount/signal_frame.h -- the frames in which a signal handler finds the interrupted
// registers.
//
//   Source   arch/x86/include/uapi/asm/sigcontext.h and ucontext.h of Linux.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

struct Context {
  std::uint64_t r8, r9, r10, r11, r12, r13, r14, r15, rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip, flags;
  std::uint16_t cs, gs, fs, ss;
  std::uint64_t error, trap, old_mask, cr2, floating_point;
  std::uint64_t reserved[8];
};
struct UserContext {
  std::uint64_t flags, link;
  SignalStack stack;
  Context context;
  std::uint64_t mask;
};

// The program's registers from a frame, and into one.
void take_registers(const Context& from, Hidden& hidden);
void fill_registers(Context& to, const Hidden& hidden);

// Builds the frame for a handler below `sp`, with the program's registers and `mask` to be restored; moves
// the program's stack pointer there and puts the handler's three arguments into their registers. False if the
// program has no memory there.
bool push_frame(Hidden& hidden, Address sp, const SignalInfo& info, Address restorer, std::uint64_t mask);

// The registers of the frame at the program's stack pointer, as rt_sigreturn finds it, and its mask. False if
// it is not one that can be restored.
bool pop_frame(Hidden& hidden, std::uint64_t& mask);

}  // namespace effk::icount
