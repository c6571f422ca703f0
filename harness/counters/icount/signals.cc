#include "harness/counters/icount/signals.h"

#include <asm/errno.h>
#include <sys/syscall.h>

#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/limit.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/signal_frame.h"
#include "harness/counters/icount/system_calls.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kDefault = 0;
constexpr std::uint64_t kIgnore = 1;
constexpr std::uint64_t kWithInfo = 4;  // SA_SIGINFO
constexpr std::uint64_t kWithRestorer = 0x04000000;
constexpr std::uint64_t kOnStack = 0x08000000;
constexpr std::uint64_t kNoDefer = 0x40000000;
constexpr std::uint64_t kResetHand = 0x80000000;
constexpr std::uint64_t kRestart = 0x10000000;
constexpr std::uint64_t kChildFlags = 3;  // SA_NOCLDSTOP, SA_NOCLDWAIT
constexpr std::uint64_t kRedZone = 128;

// Calls that go on after a handler if it asks for that: signal(7).
bool can_be_restarted(long number) {
  switch (number) {
    case SYS_pause:
    case SYS_rt_sigsuspend:
    case SYS_rt_sigtimedwait:
    case SYS_nanosleep:
    case SYS_clock_nanosleep:
    case SYS_poll:
    case SYS_ppoll:
    case SYS_select:
    case SYS_pselect6:
    case SYS_epoll_wait:
    case SYS_epoll_pwait:
      return false;
    default:
      return true;
  }
}

long kernel_action(int number, const SignalAction* action) {
  return system_call(SYS_rt_sigaction, number, as_long(action), 0, 8);
}

[[noreturn]] void die(Hidden& hidden, int number) {
  check_count(hidden);
  SignalAction action;
  action.flags = kWithRestorer;
  action.restorer = reinterpret_cast<std::uint64_t>(&icount_restore);
  kernel_action(number, &action);
  const std::uint64_t none = 0;
  system_call(SYS_rt_sigprocmask, 2, as_long(&none), 0, 8);
  system_call(SYS_kill, system_call(SYS_getpid), number);
  system_call(SYS_exit_group, 128 + number);
  __builtin_unreachable();
}

void default_action(Hidden& hidden, int number) {
  switch (number) {
    case kSigChld:
    case kSigCont:
    case kSigUrg:
    case kSigWinch:
      return;
    case kSigStop:
    case kSigTstp:
    case kSigTtin:
    case kSigTtou:
      system_call(SYS_kill, system_call(SYS_getpid), kSigStop);
      return;
    default:
      die(hidden, number);
  }
}

// The program's handler gets its frame. Where there is no room for it the kernel ends the program.
void call_handler(Hidden& hidden, int number, const SignalInfo& info) {
  Signals& signals = hidden.signals;
  SignalAction& action = signals.actions[number];
  Address sp = hidden.registers[kRsp] - kRedZone;
  const bool switches = (action.flags & kOnStack) != 0 && signals.stack.bytes != 0 &&
                        !on_signal_stack(signals, hidden.registers[kRsp]);
  if (switches) sp = signals.stack.begin + signals.stack.bytes;
  const std::uint64_t mask = signals.restores_mask ? signals.mask_to_restore : signals.mask;
  signals.restores_mask = false;
  if (!push_frame(hidden, sp, info, action.restorer, mask)) die(hidden, kSigSegv);
  signals.mask |= action.mask;
  if ((action.flags & kNoDefer) == 0) signals.mask |= signal_bit(number);
  hidden.pc = action.handler;
  hidden.registers[kRax] = 0;
  hidden.flags &= ~std::uint64_t{0x400};
  if ((action.flags & kResetHand) != 0) action.handler = kDefault;
}

void deliver(Hidden& hidden, int number, const SignalInfo& info) {
  const std::uint64_t handler = hidden.signals.actions[number].handler;
  if (handler == kDefault) {
    default_action(hidden, number);
  } else if (handler != kIgnore) {
    call_handler(hidden, number, info);
  }
}

}  // namespace

void raise_fault(Hidden& hidden, int number, int code, Address address) {
  Signals& signals = hidden.signals;
  signals.fault = SignalInfo{};
  signals.fault.number = number;
  signals.fault.code = code;
  signals.fault.address_or_sender = address;
}

int take_pending(Signals& signals, std::uint64_t set) {
  const std::uint64_t those = signals.pending & set;
  if (those == 0) return 0;
  const int number = __builtin_ctzll(those) + 1;
  // Signals may arrive in the meantime.
  __atomic_fetch_and(&signals.pending, ~signal_bit(number), __ATOMIC_SEQ_CST);
  return number;
}

void deliver_signals(Hidden& hidden) {
  Signals& signals = hidden.signals;
  __atomic_store_n(&hidden.arrived, 0, __ATOMIC_SEQ_CST);
  if (const int number = signals.fault.number; number != 0) {
    const SignalInfo info = signals.fault;
    signals.fault.number = 0;
    const bool blocked = (signals.mask & signal_bit(number)) != 0;
    if (blocked || signals.actions[number].handler == kIgnore) die(hidden, number);
    deliver(hidden, number, info);
    signals.fault_trap = signals.fault_error = 0;
  }
  while (const int number = take_pending(signals, ~signals.mask))
    deliver(hidden, number, signals.infos[number]);
  if (signals.restores_mask) {  // what came is ignored
    signals.restores_mask = false;
    set_mask(hidden, signals.mask_to_restore);
  }
}

bool on_signal_stack(const Signals& signals, Address sp) {
  return signals.stack.bytes != 0 && sp > signals.stack.begin &&
         sp - signals.stack.begin <= signals.stack.bytes;
}

long set_action(Hidden& hidden, int number, SignalAction wanted) {
  wanted.mask &= ~(signal_bit(kSigKill) | signal_bit(kSigStop));
  hidden.signals.actions[number] = wanted;
  if (is_fault(number) || number == kLimitSignal) return 0;  // icount's handler stays
  SignalAction kernels;
  // Never restarted by the kernel: see made_again().
  kernels.flags = kWithInfo | kOnStack | kWithRestorer | (wanted.flags & kChildFlags);
  kernels.restorer = reinterpret_cast<std::uint64_t>(&icount_restore);
  kernels.mask = ~std::uint64_t{0};
  kernels.handler = wanted.handler == kDefault || wanted.handler == kIgnore
                        ? wanted.handler
                        : reinterpret_cast<std::uint64_t>(&icount_signal);
  return kernel_action(number, &kernels);
}

// What the program blocks the kernel blocks too, but for what instructions raise and the limit's timer.
void set_mask(Hidden& hidden, std::uint64_t mask) {
  hidden.signals.mask = mask & ~(signal_bit(kSigKill) | signal_bit(kSigStop));
  const std::uint64_t kernels =
      hidden.signals.mask & ~(signal_bit(kSigIll) | signal_bit(kSigTrap) | signal_bit(kSigBus) |
                              signal_bit(kSigFpe) | signal_bit(kSigSegv) | signal_bit(kLimitSignal));
  system_call(SYS_rt_sigprocmask, 2, as_long(&kernels), 0, 8);
}

bool made_again(Hidden& hidden, long number, long result) {
  const Signals& signals = hidden.signals;
  const std::uint64_t next = signals.pending & ~signals.mask;
  if (result == kNotMade) {
    --hidden.slot.instructions;
  } else {
    if (result != -EINTR || next == 0 || !can_be_restarted(number)) return false;
    if ((signals.actions[__builtin_ctzll(next) + 1].flags & kRestart) == 0) return false;
  }
  hidden.pc = hidden.system_call_at;
  hidden.registers[kRax] = static_cast<std::uint64_t>(number);
  return true;
}

void return_from_signal(Hidden& hidden) {
  std::uint64_t mask = 0;
  if (!pop_frame(hidden, mask)) die(hidden, kSigSegv);
  set_mask(hidden, mask);
}

void send_to_itself(Hidden& hidden, int number, int code) {
  SignalInfo& info = hidden.signals.infos[number];
  info = SignalInfo{};
  info.number = number;
  info.code = code;
  const auto pid = static_cast<std::uint64_t>(system_call(SYS_getpid));
  const auto uid = static_cast<std::uint64_t>(system_call(SYS_getuid));
  info.address_or_sender = pid | uid << 32;
  if (number == kSigKill || number == kSigStop) {
    system_call(SYS_kill, static_cast<long>(pid), number);
    return;
  }
  __atomic_fetch_or(&hidden.signals.pending, signal_bit(number), __ATOMIC_SEQ_CST);
}

// What whoever started the program has ignored or blocked stays so.
static void inherit(Hidden& hidden) {
  for (int number = 1; number <= kSignals; ++number) {
    SignalAction action;
    if (failed(system_call(SYS_rt_sigaction, number, 0, as_long(&action), 8))) continue;
    if (action.handler == kIgnore) hidden.signals.actions[number].handler = kIgnore;
  }
  std::uint64_t mask = 0;
  system_call(SYS_rt_sigprocmask, 0, 0, as_long(&mask), 8);
  set_mask(hidden, mask);
}

void take_signals(Hidden& hidden) {
  inherit(hidden);
  SignalStack stack;
  stack.begin = reinterpret_cast<Address>(&hidden) + kSignalStackOffset;
  stack.bytes = kSignalStackBytes;
  system_call(SYS_sigaltstack, as_long(&stack), 0);
  SignalAction action;
  action.handler = reinterpret_cast<std::uint64_t>(&icount_signal);
  action.flags = kWithInfo | kOnStack | kWithRestorer;
  action.restorer = reinterpret_cast<std::uint64_t>(&icount_restore);
  action.mask = ~std::uint64_t{0};
  constexpr int kTaken[] = {kSigIll, kSigTrap, kSigBus, kSigFpe, kSigSegv, kLimitSignal};
  for (const int number : kTaken) kernel_action(number, &action);
}

}  // namespace effk::icount
