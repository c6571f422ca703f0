#include "harness/counters/icount/virtual_timers.h"

#include <asm/errno.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/virtual_world.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;
constexpr int kSignalOf[kVirtualTimers] = {14, 26, 27};  // SIGALRM, SIGVTALRM, SIGPROF
constexpr int kFromKernel = 0x80;

// struct itimerval
struct TimerValue {
  std::uint64_t interval_seconds, interval_microseconds, seconds, microseconds;
};

std::uint64_t left(const VirtualTimer& timer, std::uint64_t now) {
  if (timer.due == 0) return 0;
  return timer.due > now ? timer.due - now : 1000;  // due: the least that is not "off"
}

TimerValue told(const VirtualTimer& timer, std::uint64_t now) {
  const std::uint64_t rest = left(timer, now);
  return {timer.interval / kSecond, timer.interval % kSecond / 1000, rest / kSecond, rest % kSecond / 1000};
}

long set_timer(Hidden& hidden, const Call& call) {
  if (call.a >= kVirtualTimers) return -EINVAL;
  VirtualTimer& timer = hidden.timers[call.a];
  const std::uint64_t now = virtual_nanoseconds(hidden);
  TimerValue value{};
  if (call.b != 0 && !read_guest(hidden, call.b, value)) return -EFAULT;
  if (value.microseconds > 999'999 || value.interval_microseconds > 999'999) return -EINVAL;
  if (call.c != 0 && !write_guest(hidden, call.c, told(timer, now))) return -EFAULT;
  const std::uint64_t wait = value.seconds * kSecond + value.microseconds * 1000;
  timer.interval = value.interval_seconds * kSecond + value.interval_microseconds * 1000;
  timer.due = wait == 0 ? 0 : now + wait;
  return 0;
}

long set_alarm(Hidden& hidden, std::uint64_t seconds) {
  VirtualTimer& timer = hidden.timers[0];
  const std::uint64_t now = virtual_nanoseconds(hidden);
  const std::uint64_t before = left(timer, now);
  timer.interval = 0;
  timer.due = seconds == 0 ? 0 : now + static_cast<std::uint32_t>(seconds) * kSecond;
  return static_cast<long>((before + kSecond - 1) / kSecond);
}

std::uint64_t of_timespec(const Hidden& hidden, Address address) {
  Moment moment;
  if (address == 0 || !read_guest(hidden, address, moment)) return 0;
  return static_cast<std::uint64_t>(moment.seconds) * kSecond +
         static_cast<std::uint64_t>(moment.nanoseconds);
}

std::uint64_t of_milliseconds(std::uint64_t argument) {
  const auto milliseconds = static_cast<std::int32_t>(argument);
  return milliseconds > 0 ? static_cast<std::uint64_t>(milliseconds) * 1'000'000 : 0;
}

}  // namespace

std::uint64_t longest_wait(const Hidden& hidden, const Call& call) {
  if (!hidden.options.virtual_time) return 0;
  switch (call.number) {
    case SYS_nanosleep:
      return of_timespec(hidden, call.a);
    case SYS_clock_nanosleep:
      return (call.b & 1) == 0 ? of_timespec(hidden, call.c) : 0;  // else until a moment: virtual_calls.cc
    case SYS_poll:
      return of_milliseconds(call.c);
    case SYS_epoll_wait:
    case SYS_epoll_pwait:
      return of_milliseconds(call.d);
    case SYS_ppoll:
      return of_timespec(hidden, call.c);
    case SYS_select: {
      Moment moment;  // a struct timeval
      if (call.e == 0 || !read_guest(hidden, call.e, moment)) return 0;
      return static_cast<std::uint64_t>(moment.seconds) * kSecond +
             static_cast<std::uint64_t>(moment.nanoseconds) * 1000;
    }
    case SYS_pselect6:
      return of_timespec(hidden, call.e);
    default:
      return 0;
  }
}

bool do_timer_call(Hidden& hidden, const Call& call, long& result) {
  switch (call.number) {
    case SYS_alarm:
      result = set_alarm(hidden, call.a);
      return true;
    case SYS_setitimer:
      result = set_timer(hidden, call);
      return true;
    case SYS_getitimer:
      result = -EINVAL;
      if (call.a >= kVirtualTimers) return true;
      result =
          write_guest(hidden, call.b, told(hidden.timers[call.a], virtual_nanoseconds(hidden))) ? 0 : -EFAULT;
      return true;
    default:
      return false;
  }
}

void pass_time(Hidden& hidden, std::uint64_t nanoseconds) {
  if (!hidden.options.virtual_time) return;
  hidden.waited_nanoseconds += nanoseconds;
  const std::uint64_t now = virtual_nanoseconds(hidden);
  for (unsigned i = 0; i < kVirtualTimers; ++i) {
    VirtualTimer& timer = hidden.timers[i];
    if (timer.due == 0 || timer.due > now) continue;
    timer.due = timer.interval == 0 ? 0 : now + timer.interval;
    send_to_itself(hidden, kSignalOf[i], kFromKernel);
  }
}

bool jump_to_timer(Hidden& hidden) {
  const VirtualTimer& timer = hidden.timers[0];
  if (!hidden.options.virtual_time || timer.due == 0) return false;
  const std::uint64_t now = virtual_nanoseconds(hidden);
  pass_time(hidden, timer.due > now ? timer.due - now : 0);
  return true;
}

}  // namespace effk::icount
