// The kernel's door: a fault in copied code or in the runtime, or a signal from outside.
//
// A signal from outside can come between any two instructions. Where the copy of one of the program's
// instructions begins, all of the program's registers are known; from anywhere else in the cache the
// processor is made to stop after each instruction until it gets there, which is a few instructions away.
// Where the runtime works it looks by itself before it goes back: icount_resume.
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/limit.h"
#include "harness/counters/icount/nested_arguments.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/signal_frame.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kStopAfterEach = 0x100;  // the trap flag
constexpr int kStopped = 2;                      // TRAP_TRACE

bool in_cache(Address at) {
  return at >= kCacheBegin && at < kCacheEnd;
}

bool is_between(Address at, void (*begin)(), void (*end)()) {
  return at >= reinterpret_cast<Address>(begin) && at < reinterpret_cast<Address>(end);
}

// The kernel restores the program's vector registers and goes on in the runtime.
void go_on_in_runtime(Hidden& hidden, Context& context) {
  context.rip = reinterpret_cast<std::uint64_t>(&icount_faulted);
  context.rsp = hidden.stack;
  context.flags = 0x202;
}

// Sees to it that the runtime soon looks at what is pending.
void interrupt(Hidden& hidden, Context& context) {
  context.flags &= ~kStopAfterEach;
  hidden.signals.steps_to_instruction = false;
  if (is_between(context.rip, icount_forward_begin, icount_forward_end)) {
    context.rip = reinterpret_cast<std::uint64_t>(&icount_forward_not_made);
    return;
  }
  // The program's registers are still where they are loaded from.
  if (is_between(context.rip, icount_resume, icount_resume_end)) return go_on_in_runtime(hidden, context);
  if (!in_cache(context.rip)) return;
  const std::uint32_t at = hidden.cache.block_at(context.rip);
  if (at != kNone && begins_instruction(hidden, hidden.cache.block(at), context.rip)) {
    take_registers(context, hidden);
    locate(hidden, hidden.cache.block(at), context.rip);
    return go_on_in_runtime(hidden, context);
  }
  context.flags |= kStopAfterEach;
  hidden.signals.steps_to_instruction = true;
}

void fault_seen(Hidden& hidden, int number, const SignalInfo& info, Context& context) {
  if (!in_cache(context.rip)) refuse(hidden, "a fault in icount itself, at", context.rip);
  const std::uint32_t at = hidden.cache.block_at(context.rip);
  if (at == kNone) refuse(hidden, "a fault where no translation is, at", context.rip);
  take_registers(context, hidden);
  locate(hidden, hidden.cache.block(at), context.rip);
  hidden.signals.fault = info;
  hidden.signals.fault_trap = context.trap;
  hidden.signals.fault_error = context.error;
  if (number == kSigTrap || number == kSigFpe || number == kSigIll) {
    hidden.signals.fault.address_or_sender = hidden.pc;  // the address of the instruction
  } else if (is_outside(info.address_or_sender)) {
    hidden.signals.actions[number].handler = 0;  // see signals.h
  }
  go_on_in_runtime(hidden, context);
}

}  // namespace
}  // namespace effk::icount

using namespace effk::icount;

extern "C" void icount_signal_seen(Hidden* hidden, int number, const SignalInfo* info, void* user) {
  Context& context = static_cast<UserContext*>(user)->context;
  Signals& signals = hidden->signals;
  if (number == kLimitSignal) return look_at_limit(*hidden);
  if (number == kSigTrap && info->code == kStopped && signals.steps_to_instruction)
    return interrupt(*hidden, context);
  const bool from_outside = info->code <= 0;  // SI_USER, SI_QUEUE, SI_TIMER, ...
  if (!from_outside && is_fault(number)) return fault_seen(*hidden, number, *info, context);
  signals.infos[number] = *info;
  __atomic_fetch_or(&signals.pending, signal_bit(number), __ATOMIC_SEQ_CST);
  if ((signals.mask & signal_bit(number)) != 0) return;
  __atomic_store_n(&hidden->arrived, 1, __ATOMIC_SEQ_CST);
  interrupt(*hidden, context);
}
