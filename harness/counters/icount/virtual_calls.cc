// Clocks and random numbers that repeat; only where the option asks for them.
#include <asm/errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/system_calls.h"
#include "harness/counters/icount/virtual_world.h"

namespace effk::icount {
namespace {

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
    default:
      return false;
  }
}

}  // namespace effk::icount
