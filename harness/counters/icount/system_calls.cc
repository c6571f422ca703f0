#include "harness/counters/icount/system_calls.h"

#include <asm/errno.h>
#include <asm/ioctls.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/nested_arguments.h"
#include "harness/counters/icount/opened_files.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/system_call_table.h"
#include "harness/counters/icount/virtual_timers.h"

namespace effk::icount {
namespace {

bool any_outside(const Call& call, CallShape shape) {
  const std::uint64_t arguments[] = {call.a, call.b, call.c, call.d, call.e, call.f};
  for (unsigned i = 0; i < 6; ++i) {
    if ((shape.addresses >> i & 1) != 0 && is_outside(arguments[i])) return true;
  }
  return false;
}

// Requests that are known to reach no further than their argument. Others are for devices.
long control_device(const Call& call) {
  switch (static_cast<std::uint32_t>(call.b)) {
    case TCGETS:
    case TCSETS:
    case TCSETSW:
    case TCSETSF:
    case TCSBRK:
    case TCXONC:
    case TCFLSH:
    case TIOCGPGRP:
    case TIOCSPGRP:
    case TIOCGSID:
    case TIOCGWINSZ:
    case TIOCSWINSZ:
    case TIOCOUTQ:
    case TIOCEXCL:
    case TIOCNXCL:
    case FIONREAD:
    case FIONBIO:
    case FIONCLEX:
    case FIOCLEX:
      return forward(call);
    default:
      return -ENOTTY;
  }
}

// A filter of the harness may want to end the process for a call that does not exist here; arguments that
// mean nothing keep the kernel from doing anything.
long refuse_unknown(const Call& call) {
  constexpr std::uint64_t kNothing = ~std::uint64_t{0};
  forward(Call{call.number, kNothing, kNothing, kNothing, kNothing, kNothing, kNothing});
  return -ENOSYS;
}

// The supervisor must not look at a count before the process is at rest: count_slots.h.
void before_call(Hidden& hidden, const Call& call) {
  if (hidden.options.marks_fd < 0 || static_cast<int>(call.a) != hidden.options.marks_fd) return;
  switch (call.number) {
    case SYS_sendto:
    case SYS_sendmsg:
    case SYS_write:
      __atomic_store_n(&hidden.slot.at_mark, EFFK_GOING_TO_REST, __ATOMIC_RELEASE);
      break;
    case SYS_recvfrom:
    case SYS_recvmsg:
    case SYS_read:
      __atomic_store_n(&hidden.slot.at_mark, EFFK_AT_REST, __ATOMIC_RELEASE);
      break;
    default:
      break;
  }
}

// On its own, because of the copies' room on the stack: a forked process has to copy what is touched of it.
[[gnu::noinline]] long forward_with_copies(const Hidden& hidden, const Call& call) {
  Call checked = call;
  NestedArguments nested;
  const long wrong = nested.take(hidden, checked);
  if (wrong != 0) return wrong;
  const long result = forward(checked);
  if (!failed(result) && result != kNotMade) nested.give_back(hidden, call);
  return result;
}

long answer(Hidden& hidden, const Call& call) {
  const CallShape shape = shape_of(call.number);
  if (!shape.is_known) return refuse_unknown(call);
  if (any_outside(call, shape)) return -EFAULT;
  long result = 0;
  if (do_memory_call(hidden, call, result) || do_process_call(hidden, call, result) ||
      do_signal_call(hidden, call, result) || do_virtual_call(hidden, call, result)) {
    return result;
  }
  switch (call.number) {
    case SYS_open:
    case SYS_openat:
    case SYS_creat:
      return open_file(hidden, call);
    case SYS_ioctl:
      return control_device(call);
    default:
      return forward_with_copies(hidden, call);
  }
}

}  // namespace

long forward(const Call& call) {
  return icount_forward(&call);
}

void do_system_call(Hidden& hidden) {
  const std::uint64_t* const r = hidden.registers;
  const Call call{
      static_cast<long>(static_cast<std::int32_t>(r[kRax])), r[kRdi], r[kRsi], r[kRdx], r[10], r[8], r[9]};
  if (call.number == SYS_rt_sigreturn) {
    return_from_signal(hidden);
    return;
  }
  before_call(hidden, call);
  const std::uint64_t longest = longest_wait(hidden, call);
  const long result = answer(hidden, call);
  if (hidden.slot.at_mark == EFFK_AT_REST) hidden.slot.at_mark = EFFK_NOT_AT_MARK;
  pass_time(hidden, result == 0 ? longest : 0);
  if (!made_again(hidden, call.number, result)) hidden.registers[kRax] = static_cast<std::uint64_t>(result);
  arm_limit(hidden);
}

}  // namespace effk::icount
