#include "harness/counters/overflow_signal.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include "harness/counters/event_encoding.h"

namespace effk::counters {
namespace {

// The kernel takes no period with the highest bit set.
constexpr std::uint64_t kLongestPeriod = (std::uint64_t{1} << 63) - 1;

// Not SIGRTMIN itself, which debuggers and libraries take first.
int wake_signal() {
  static const int signal = [] {
    const int number = SIGRTMIN + 3;
    struct sigaction action {};
    action.sa_handler = [](int) {};
    // poll() is never restarted, everything else is.
    action.sa_flags = SA_RESTART;
    return ::sigaction(number, &action, nullptr) == 0 ? number : -1;
  }();
  return signal;
}

}  // namespace

std::string overflowing_beyond(const std::string& attributes, Cost budget) {
  perf_event_attr event = attributes_from(attributes);
  event.sample_period = std::min(budget.value, kLongestPeriod - 1) + 1;
  return bytes_of(event);
}

Result<void> wake_this_thread(int event) {
  f_owner_ex owner{};
  owner.type = F_OWNER_TID;
  owner.pid = ::gettid();
  const int signal = wake_signal();
  if (signal < 0 || ::fcntl(event, F_SETOWN_EX, &owner) != 0 || ::fcntl(event, F_SETSIG, signal) != 0 ||
      ::fcntl(event, F_SETFL, O_ASYNC) != 0) {
    return fail_errno(ErrorKind::environment, "cannot ask the counter for a signal", errno);
  }
  return {};
}

}  // namespace effk::counters
