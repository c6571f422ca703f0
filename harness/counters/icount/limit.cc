// Stops a program soon after its budget, though its loops never come back to the runtime: a timer looks at
// the count.
//
// No processor retires more than kMostPerNanosecond, so a timer that goes off when that rate would have used
// up what is left is never late. The steps get shorter with what is left, down to kShortest.
#include <sys/syscall.h>
#include <time.h>

#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/limit.h"
#include "harness/counters/icount/runtime.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kMostPerMicrosecond = 8'000;
constexpr std::uint64_t kShortest = 30;  // microseconds

void set_timer(const Hidden& hidden, std::uint64_t microseconds) {
  const struct itimerspec value = {
      {0, 0},
      {static_cast<long>(microseconds / 1'000'000), static_cast<long>(microseconds % 1'000'000 * 1000)}};
  system_call(SYS_timer_settime, hidden.limit_timer, 0, as_long(&value), 0);
}

}  // namespace

void make_limit_timer(Hidden& hidden) {
  // struct sigevent
  const struct {
    std::uint64_t value;
    std::int32_t signal, how;
    std::uint64_t rest[6];
  } event = {0, kLimitSignal, 0 /* SIGEV_SIGNAL */, {}};
  if (failed(system_call(SYS_timer_create, CLOCK_MONOTONIC, as_long(&event), as_long(&hidden.limit_timer)))) {
    refuse("the kernel gives no timer");
  }
}

void look_at_limit(Hidden& hidden) {
  const std::uint64_t budget = hidden.slot.budget;
  if (budget == 0) return;
  const std::uint64_t count = hidden.count();
  if (count > budget) {
    system_call(SYS_kill, system_call(SYS_getpid), 9);
    return;
  }
  if (hidden.limit_timer < 0) make_limit_timer(hidden);
  const std::uint64_t wait = (budget - count) / kMostPerMicrosecond;
  set_timer(hidden, wait < kShortest ? kShortest : wait);
}

void arm_limit(Hidden& hidden) {
  if (hidden.slot.budget == hidden.watched_budget) return;
  hidden.watched_budget = hidden.slot.budget;
  look_at_limit(hidden);
}

}  // namespace effk::icount
