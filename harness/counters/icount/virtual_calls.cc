// Clocks and random numbers that repeat; only where the option asks for them.
#include <asm/errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/opened_files.h"
#include "harness/counters/icount/system_calls.h"
#include "harness/counters/icount/virtual_timers.h"
#include "harness/counters/icount/virtual_world.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kUntil = 1;  // TIMER_ABSTIME

bool tells_the_date(std::uint64_t clock) {
  return clock == 0 || clock == 5 || clock == 8 || clock == 11;  // REALTIME, its coarse and alarm kinds, TAI
}

long tell_time(const Hidden& hidden, std::uint64_t clock, Address to) {
  if (clock > 11 && static_cast<std::int32_t>(clock) >= 0) return -EINVAL;
  return to == 0 || write_guest(hidden, to, virtual_time(hidden, tells_the_date(clock))) ? 0 : -EFAULT;
}

long tell_time_of_day(const Hidden& hidden, Address to) {
  Moment moment = virtual_time(hidden, true);
  moment.nanoseconds /= 1000;
  return to == 0 || write_guest(hidden, to, moment) ? 0 : -EFAULT;
}

long tell_seconds(const Hidden& hidden, Address to) {
  const std::int64_t seconds = virtual_time(hidden, true).seconds;
  if (to != 0 && !write_guest(hidden, to, seconds)) return -EFAULT;
  return seconds;
}

long fill_with_random(Hidden& hidden, Address to, std::uint64_t bytes) {
  if (bytes > 0x1ffffff) bytes = 0x1ffffff;
  if (!is_mapped(hidden, to, bytes, PROT_WRITE)) return -EFAULT;
  auto* const out = reinterpret_cast<std::uint8_t*>(to);
  for (std::uint64_t done = 0; done < bytes; done += 8) {
    const std::uint64_t number = next_random(hidden);
    __builtin_memcpy(out + done, &number, bytes - done < 8 ? bytes - done : 8);
  }
  return static_cast<long>(bytes);
}

long fill_vectors(Hidden& hidden, const Call& call) {
  long total = 0;
  for (std::uint64_t i = 0; i < call.c; ++i) {
    std::uint64_t vector[2];
    if (!read_guest(hidden, call.b + i * sizeof vector, vector)) return total > 0 ? total : -EFAULT;
    const long filled = fill_with_random(hidden, vector[0], vector[1]);
    if (filled < 0) return total > 0 ? total : filled;
    total += filled;
  }
  return total;
}

// In hundredths of a second, all of it the program's own.
long tell_ticks(const Hidden& hidden, Address to) {
  constexpr std::uint64_t kTick = 10'000'000;
  const std::uint64_t used = hidden.count() / kTick;
  const std::uint64_t times[4] = {used, 0, 0, 0};  // struct tms
  if (to != 0 && !write_guest(hidden, to, times)) return -EFAULT;
  return static_cast<long>(virtual_nanoseconds(hidden) / kTick);
}

// struct rusage: what depends on the machine is not told.
long tell_usage(const Hidden& hidden, const Call& call) {
  constexpr std::int32_t kItself = 0;
  constexpr std::int32_t kThread = 1;
  const auto who = static_cast<std::int32_t>(call.a);
  if (who < -1 || who > kThread) return -EINVAL;
  std::uint64_t usage[18] = {};
  if (who == kItself || who == kThread) {
    usage[0] = hidden.count() / 1'000'000'000;
    usage[1] = hidden.count() % 1'000'000'000 / 1000;
  }
  return write_guest(hidden, call.b, usage) ? 0 : -EFAULT;
}

// struct sysinfo: how much memory there is is told, not how busy the machine is.
long tell_system(const Hidden& hidden, const Call& call) {
  std::uint64_t about[14] = {};
  Call ask = call;
  ask.a = reinterpret_cast<Address>(about);
  if (const long result = forward(ask); result != 0) return result;
  const std::uint64_t memory = about[4];
  const std::uint64_t unit = about[13];
  memset(about, 0, sizeof about);
  about[0] = virtual_nanoseconds(hidden) / 1'000'000'000;
  about[4] = about[5] = memory;
  about[10] = 1;  // one process
  about[13] = unit;
  return write_guest(hidden, call.a, about) ? 0 : -EFAULT;
}

// The kernel is told how long, in its own time.
long sleep_until(Hidden& hidden, const Call& call) {
  Moment until;
  if (!read_guest(hidden, call.c, until)) return -EFAULT;
  const Moment now = virtual_time(hidden, tells_the_date(call.a));
  const std::int64_t left =
      (until.seconds - now.seconds) * 1'000'000'000 + until.nanoseconds - now.nanoseconds;
  if (left <= 0) return 0;
  const Moment wait{left / 1'000'000'000, left % 1'000'000'000};
  const long result = forward(Call{SYS_nanosleep, reinterpret_cast<Address>(&wait), 0, 0, 0, 0, 0});
  if (result == 0) hidden.waited_nanoseconds += static_cast<std::uint64_t>(left);
  return result;
}

}  // namespace

bool do_virtual_call(Hidden& hidden, const Call& call, long& result) {
  if (!hidden.options.virtual_time) return false;
  switch (call.number) {
    case SYS_clock_gettime:
      result = tell_time(hidden, call.a, call.b);
      return true;
    case SYS_gettimeofday:
      result = tell_time_of_day(hidden, call.a);
      return true;
    case SYS_time:
      result = tell_seconds(hidden, call.a);
      return true;
    case SYS_getrandom:
      result = fill_with_random(hidden, call.a, call.b);
      return true;
    case SYS_read:
    case SYS_pread64:
    case SYS_readv:
      if (!is_random_device(call.a)) return false;
      result =
          call.number == SYS_readv ? fill_vectors(hidden, call) : fill_with_random(hidden, call.b, call.c);
      return true;
    case SYS_times:
      result = tell_ticks(hidden, call.a);
      return true;
    case SYS_getrusage:
      result = tell_usage(hidden, call);
      return true;
    case SYS_sysinfo:
      result = tell_system(hidden, call);
      return true;
    case SYS_clock_getres:
      result = call.b == 0 || write_guest(hidden, call.b, Moment{0, 1}) ? 0 : -EFAULT;
      return true;
    case SYS_clock_nanosleep:
      if ((call.b & kUntil) == 0) return false;
      result = sleep_until(hidden, call);
      return true;
    default:
      return do_timer_call(hidden, call, result);
  }
}

}  // namespace effk::icount
