#include "harness/counters/side_events.h"

#include <fmt/format.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "harness/counters/counter_math.h"
#include "harness/counters/event_encoding.h"
#include "harness/counters/known_loop.h"
#include "harness/counters/open_failure.h"

namespace effk::counters {
namespace {

// Where the kernel notes these events, it never does so on behalf of user mode.
bool happens_in_the_kernel(const perf_event_attr& event) {
  if (event.type == PERF_TYPE_TRACEPOINT) return true;
  constexpr std::uint64_t kCgroupSwitches = 11;  // has no name in the headers of older kernels
  return event.type == PERF_TYPE_SOFTWARE &&
         (event.config == PERF_COUNT_SW_CONTEXT_SWITCHES || event.config == PERF_COUNT_SW_CPU_MIGRATIONS ||
          event.config == PERF_COUNT_SW_BPF_OUTPUT || event.config == kCgroupSwitches);
}

// A name may carry modifiers. Those that say which event it is stay; those that would make it interrupt the
// program, or hold a counter for itself, do not.
std::string counting_only(perf_event_attr event) {
  event.sample_period = 0;
  event.freq = 0;
  event.precise_ip = 0;
  event.pinned = 0;
  event.exclusive = 0;
  return bytes_of(event);
}

Result<std::string> encode(const std::string& name) {
  auto bytes = encode_event(name);
  if (!bytes) return bytes;
  const perf_event_attr event = attributes_from(*bytes);
  const std::string what = fmt::format("cannot count the event '{}'", name);
  if (happens_in_the_kernel(event)) {
    return fail(ErrorKind::usage, what,
                "it happens in the kernel, and events are counted in user mode, where it would always be 0",
                "leave it out of --events");
  }
  if (event.exclude_user) {
    return fail(ErrorKind::usage, what, "its modifiers leave user mode out, and events are counted there",
                "leave its modifiers out, or say :u");
  }
  return counting_only(event);
}

UniqueFd open_on_this_process(const char* attributes) {
  return UniqueFd(
      static_cast<int>(::syscall(SYS_perf_event_open, attributes, 0, -1, -1, PERF_FLAG_FD_CLOEXEC)));
}

// Of all these events at once: which were on a counter all the time. Empty if one cannot be opened.
std::vector<bool> counted_throughout(const std::string& attributes) {
  std::vector<UniqueFd> events;
  for (std::size_t at = 0; at < attributes.size(); at += sizeof(perf_event_attr)) {
    events.push_back(open_on_this_process(attributes.data() + at));
    if (!events.back() || ::ioctl(events.back().get(), PERF_EVENT_IOC_ENABLE, 0) != 0) return {};
  }
  run_known_loop(100'000);
  std::vector<bool> throughout;
  for (const UniqueFd& event : events) {
    EventReading reading;
    throughout.push_back(::read(event.get(), &reading, sizeof reading) == ssize_t{sizeof reading} &&
                         was_counted_throughout(reading));
  }
  return throughout;
}

}  // namespace

Result<SideEvents> SideEvents::open(const std::vector<std::string>& names) {
  SideEvents events;
  for (const std::string& name : names) {
    if (std::find(events.names_.begin(), events.names_.end(), name) == events.names_.end())
      events.names_.push_back(name);
  }
  if (events.names_.size() > kMostSideEvents) {
    return fail(ErrorKind::usage, fmt::format("--events names {} events", events.names_.size()),
                fmt::format("a run counts {} at most: processors have few counters", kMostSideEvents),
                "measure some of them in a run of their own");
  }
  for (const std::string& name : events.names_) {
    auto attributes = encode(name);
    if (!attributes) return tl::unexpected(attributes.error());
    if (!open_on_this_process(attributes->data()))
      return tl::unexpected(event_open_failure(name, errno, perf_event_paranoid()));
    events.attributes_ += *attributes;
  }
  return events;
}

Result<void> SideEvents::fit_beside(const std::string& own) const {
  const std::vector<bool> throughout = counted_throughout(own + attributes_);
  const auto without = std::find(throughout.begin(), throughout.end(), false);
  if (without == throughout.end()) return {};
  const auto fitting = static_cast<std::size_t>(without - throughout.begin());
  return fail(
      ErrorKind::usage, "--events names more events than there are counters for",
      fmt::format("{} of {} were counted all the time{}", fitting, throughout.size(),
                  own.empty() ? "" : ", the count of instructions among them"),
      "measure some of them in a run of their own; other profilers (an NMI watchdog) take counters too");
}

Result<void> SideCounts::start() {
  if (taken_.size() != events_.names().size()) {
    return fail(ErrorKind::internal, "the child did not pass its events over",
                fmt::format("{} came of {}", taken_.size(), events_.names().size()));
  }
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    if (::ioctl(taken_[i].get(), PERF_EVENT_IOC_ENABLE, 0) != 0) {
      return fail_errno(ErrorKind::environment,
                        fmt::format("cannot start the event '{}'", events_.names()[i]), errno);
    }
  }
  return {};
}

Result<SideReading> SideCounts::read() const {
  SideReading counts;
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    EventReading reading;
    if (::read(taken_[i].get(), &reading, sizeof reading) != static_cast<ssize_t>(sizeof reading)) {
      return fail_errno(ErrorKind::environment, fmt::format("cannot read the event '{}'", events_.names()[i]),
                        errno);
    }
    if (was_counted_throughout(reading)) counts[events_.names()[i]] = reading.value;
  }
  return counts;
}

}  // namespace effk::counters
