// System calls about signals: the program's handlers and mask are icount's to keep.
#include <asm/errno.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/system_calls.h"
#include "harness/counters/icount/virtual_timers.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kSetBytes = 8;
constexpr std::int32_t kStackOn = 1;
constexpr std::int32_t kStackDisabled = 2;
constexpr std::uint64_t kSmallestStack = 2048;

long signal_action(Hidden& hidden, const Call& call) {
  const auto number = static_cast<int>(call.a);
  if (call.d != kSetBytes || number < 1 || number > kSignals) return -EINVAL;
  SignalAction wanted = hidden.signals.actions[number];
  if (call.b != 0 && !read_guest(hidden, call.b, wanted)) return -EFAULT;
  if (call.b != 0 && (number == kSigKill || number == kSigStop)) return -EINVAL;
  if (call.c != 0 && !write_guest(hidden, call.c, hidden.signals.actions[number])) return -EFAULT;
  return call.b == 0 ? 0 : set_action(hidden, number, wanted);
}

long signal_mask(Hidden& hidden, const Call& call) {
  if (call.d != kSetBytes) return -EINVAL;
  Signals& signals = hidden.signals;
  std::uint64_t wanted = 0;
  if (call.b != 0 && !read_guest(hidden, call.b, wanted)) return -EFAULT;
  if (call.c != 0 && !write_guest(hidden, call.c, signals.mask)) return -EFAULT;
  if (call.b == 0) return 0;
  switch (static_cast<int>(call.a)) {
    case 0:
      set_mask(hidden, signals.mask | wanted);
      return 0;
    case 1:
      set_mask(hidden, signals.mask & ~wanted);
      return 0;
    case 2:
      set_mask(hidden, wanted);
      return 0;
    default:
      return -EINVAL;
  }
}

long signal_stack(Hidden& hidden, const Call& call) {
  Signals& signals = hidden.signals;
  const bool in_use = on_signal_stack(signals, hidden.registers[kRsp]);
  SignalStack wanted;
  if (call.a != 0 && !read_guest(hidden, call.a, wanted)) return -EFAULT;
  SignalStack now = signals.stack;
  now.flags = now.bytes == 0 ? kStackDisabled : in_use ? kStackOn : 0;
  if (call.b != 0 && !write_guest(hidden, call.b, now)) return -EFAULT;
  if (call.a == 0) return 0;
  if (in_use) return -EPERM;
  if ((wanted.flags & kStackDisabled) != 0) {
    signals.stack = SignalStack{};
    return 0;
  }
  if (wanted.bytes < kSmallestStack) return -ENOMEM;
  signals.stack = wanted;
  signals.stack.flags = 0;
  return 0;
}

// A call during which the program blocks other signals than otherwise. A signal that ends it is delivered
// under that mask, and its frame restores the one before.
long wait_with_mask(Hidden& hidden, const Call& call, Address mask) {
  Signals& signals = hidden.signals;
  std::uint64_t wanted = 0;
  if (!read_guest(hidden, mask, wanted)) return -EFAULT;
  const std::uint64_t before = signals.mask;
  set_mask(hidden, wanted);
  long result = -EINTR;
  if ((signals.pending & ~signals.mask) == 0 && !(call.number == SYS_rt_sigsuspend && jump_to_timer(hidden)))
    result = forward(call);
  if (result == kNotMade) result = -EINTR;
  if (result == -EINTR && (signals.pending & ~signals.mask) != 0) {
    signals.mask_to_restore = before;
    signals.restores_mask = true;
  } else {
    set_mask(hidden, before);
  }
  return result;
}

// Signals that the program has sent to itself wait here and not in the kernel.
long pending_signals(const Hidden& hidden, const Call& call) {
  std::uint64_t kernels = 0;
  Call ask = call;
  ask.a = reinterpret_cast<Address>(&kernels);
  if (const long result = forward(ask); result != 0) return result;
  return write_guest(hidden, call.a, kernels | (hidden.signals.pending & hidden.signals.mask)) ? 0 : -EFAULT;
}

// False if none is pending here: then the kernel waits for one.
bool wait_for_pending(Hidden& hidden, const Call& call, long& result) {
  std::uint64_t wanted = 0;
  if (!read_guest(hidden, call.a, wanted)) return false;
  const int number = take_pending(hidden.signals, wanted);
  if (number == 0) return false;
  result = call.b == 0 || write_guest(hidden, call.b, hidden.signals.infos[number]) ? number : -EFAULT;
  return true;
}

}  // namespace

bool do_signal_call(Hidden& hidden, const Call& call, long& result) {
  switch (call.number) {
    case SYS_rt_sigaction:
      result = signal_action(hidden, call);
      return true;
    case SYS_rt_sigprocmask:
      result = signal_mask(hidden, call);
      return true;
    case SYS_sigaltstack:
      result = signal_stack(hidden, call);
      return true;
    case SYS_rt_sigsuspend:
      result = call.b == kSetBytes ? wait_with_mask(hidden, call, call.a) : -EINVAL;
      return true;
    case SYS_ppoll:
      if (call.d == 0) return false;
      result = wait_with_mask(hidden, call, call.d);
      return true;
    case SYS_epoll_pwait:
      if (call.e == 0) return false;
      result = wait_with_mask(hidden, call, call.e);
      return true;
    case SYS_pselect6: {
      Address mask = 0;
      if (call.f == 0 || !read_guest(hidden, call.f, mask) || mask == 0) return false;
      Call unmasked = call;  // set_mask() has told the kernel
      unmasked.f = 0;
      result = wait_with_mask(hidden, unmasked, mask);
      return true;
    }
    case SYS_rt_sigpending:
      result = pending_signals(hidden, call);
      return true;
    case SYS_rt_sigtimedwait:
      return wait_for_pending(hidden, call, result);
    case SYS_pause:
      if (!jump_to_timer(hidden)) return false;
      result = -EINTR;
      return true;
    default:
      return false;
  }
}

}  // namespace effk::icount
