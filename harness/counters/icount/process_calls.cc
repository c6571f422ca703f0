// Processes, threads, and what a program may ask of itself.
#include <asm/errno.h>
#include <asm/prctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/lessons.h"
#include "harness/counters/icount/limit.h"
#include "harness/counters/icount/opened_files.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/slots.h"
#include "harness/counters/icount/system_calls.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kMemory = 0x100;    // CLONE_VM
constexpr std::uint64_t kVfork = 0x4000;    // CLONE_VFORK
constexpr std::uint64_t kThread = 0x10000;  // CLONE_THREAD
constexpr std::uint64_t kSetTls = 0x80000;  // CLONE_SETTLS
constexpr int kFromUser = 0;                // SI_USER
constexpr int kFromThread = -6;             // SI_TKILL

// A child gets a page of counts and a piece of the cache of its own. vfork() becomes fork(): the parent goes
// on at once, which a program can tell only by relying on shared memory.
long fork_process(Hidden& hidden, Call call) {
  if ((call.a & kThread) != 0) {
    // Where the harness forbids threads its filter answers.
    const long allowed = forward(Call{SYS_clone, kThread, 0, 0, 0, 0, 0});
    if (allowed == -EPERM || allowed == -ENOSYS || allowed == kNotMade) return allowed;
    refuse(hidden, "the program starts a thread, which icount cannot count yet");
  }
  if ((call.a & kMemory) != 0) call.a &= ~(kMemory | kVfork);
  if ((call.a & kSetTls) != 0 || call.b != 0) return -EINVAL;
  learn(hidden);
  hidden.cache.freeze();
  const InheritedLimits limits = limits_to_inherit(hidden);
  const long result = forward(call);
  if (result == 0) {
    take_next_slot(hidden, limits);
    hidden.shadow = 0;
    hidden.cache.separate();
    hidden.signals.pending = 0;
    hidden.limit_timer = -1;
    hidden.watched_budget = 0;
    hidden.forks = hidden.children = 0;
    for (VirtualTimer& timer : hidden.timers) timer = VirtualTimer{};
  } else if (!failed(result) && result != kNotMade) {
    note_fork(hidden);
  }
  return result;
}

// The C library's macros for it, with a status that is that of an end.
bool tells_of_an_end(int status) {
  const int signal = status & 0x7f;
  return signal == 0 || (signal != 0x7f && status != 0xffff);
}

long wait_for_child(Hidden& hidden, const Call& call) {
  constexpr std::uint64_t kOtherThanEnds = 2 | 8;  // WUNTRACED, WCONTINUED
  const long result = forward(call);
  if (failed(result) || result == 0 || result == kNotMade) return result;
  int status = 0;
  const bool is_told = call.b != 0 && read_guest(hidden, call.b, status);
  if (is_told ? tells_of_an_end(status) : (call.c & kOtherThanEnds) == 0) note_end_of_child(hidden);
  return result;
}

// What may not be had any more once a filter is in force.
void take_what_a_filter_may_forbid(Hidden& hidden) {
  hidden.cache.make_own();
  if (hidden.limit_timer < 0) make_limit_timer(hidden);
}

long send_signal(Hidden& hidden, const Call& call) {
  const long self = system_call(SYS_getpid);
  const bool to_thread = call.number != SYS_kill;
  const auto target = static_cast<std::int32_t>(call.a);
  const auto number = static_cast<int>(call.number == SYS_tgkill ? call.c : call.b);
  if (target != self || number <= 0 || number > kSignals) return forward(call);
  // To itself: it arrives at this very instruction.
  if (call.number == SYS_tgkill && static_cast<std::int32_t>(call.b) != self) return -ESRCH;
  Call ask = call;
  (call.number == SYS_tgkill ? ask.c : ask.b) = 0;
  const long allowed = forward(ask);
  if (failed(allowed)) return allowed;
  send_to_itself(hidden, number, to_thread ? kFromThread : kFromUser);
  return 0;
}

long arch_control(Hidden& hidden, const Call& call) {
  switch (call.a) {
    case ARCH_SET_FS:
    case ARCH_GET_FS:
      return forward(call);
    case ARCH_GET_GS:
      return write_guest(hidden, call.b, hidden.gs_base) ? 0 : -EFAULT;
    case ARCH_SET_GS:  // kept for who asks; an instruction that uses it is refused
      hidden.gs_base = call.b;
      return 0;
    default:
      return -EINVAL;
  }
}

}  // namespace

bool do_process_call(Hidden& hidden, const Call& call, long& result) {
  switch (call.number) {
    case SYS_fork:
    case SYS_vfork:
      result = fork_process(hidden, Call{SYS_clone, 17 /* SIGCHLD */, 0, 0, 0, 0, 0});
      return true;
    case SYS_clone:
      result = fork_process(hidden, call);
      return true;
    case SYS_set_robust_list:  // the kernel would write where the program says when the process ends
      result = 0;
      return true;
    case SYS_execve:
    case SYS_execveat: {
      // Where the harness forbids it, its filter answers.
      Call ask = call;
      ask.a = ask.b = ask.c = 0;
      result = forward(ask);
      if (result != -EPERM && result != -ENOSYS && result != kNotMade)
        refuse(hidden, "the program starts another one, which icount cannot count yet");
      return true;
    }
    case SYS_exit:
    case SYS_exit_group:
      check_count(hidden);
      forward(call);
      return true;
    case SYS_kill:
    case SYS_tkill:
    case SYS_tgkill:
      result = send_signal(hidden, call);
      return true;
    case SYS_arch_prctl:
      result = arch_control(hidden, call);
      return true;
    case SYS_readlink:
    case SYS_readlinkat:
      return read_program_link(hidden, call, result);
    case SYS_wait4:
      result = wait_for_child(hidden, call);
      return true;
    case SYS_seccomp:
      take_what_a_filter_may_forbid(hidden);
      return false;
    case SYS_prctl:
      if (call.a == PR_SET_SECCOMP) take_what_a_filter_may_forbid(hidden);
      // Where its memory lies, and how the kernel tells it the time, is icount's.
      if (call.a != PR_SET_MM && call.a != PR_SET_TSC) return false;
      result = -EPERM;
      return true;
    default:
      return false;
  }
}

}  // namespace effk::icount
