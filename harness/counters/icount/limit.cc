// Stops a program soon after its budget, though its loops never come back to the runtime: a timer looks at
// the count.
//
// No processor retires more than kMostPerNanosecond, so a timer that goes off when that rate would have used
// up what is left is never late. The steps get shorter with what is left, down to kShortest.
#include <sys/syscall.h>
#include <sys/time.h>

#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/limit.h"
#include "harness/counters/icount/runtime.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kMostPerMicrosecond = 8'000;
constexpr std::uint64_t kShortest = 30;  // microseconds

void set_timer(std::uint64_t microseconds) {
  const struct itimerval value = {
      {0, 0}, {static_cast<long>(microseconds / 1'000'000), static_cast<long>(microseconds % 1'000'000)}};
  system_call(SYS_setitimer, ITIMER_REAL, as_long(&value), 0);
}

}  // namespace

void look_at_limit(Hidden& hidden) {
  const std::uint64_t budget = hidden.slot.budget;
  if (budget == 0) return;
  const std::uint64_t count = hidden.count();
  if (count > budget) {
    system_call(SYS_kill, system_call(SYS_getpid), 9);
    return;
  }
  const std::uint64_t wait = (budget - count) / kMostPerMicrosecond;
  set_timer(wait < kShortest ? kShortest : wait);
}

void arm_limit(Hidden& hidden) {
  if (hidden.slot.budget == hidden.watched_budget) return;
  hidden.watched_budget = hidden.slot.budget;
  look_at_limit(hidden);
}

}  // namespace effk::icount
