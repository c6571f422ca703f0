// harness/counters/side_events.h -- events that are counted beside the cost, by name: `--events`.
//
// The kernel counts what happens to a process: page faults, or with the processor's counters branches, cache
// misses and whatever else libpfm4 has a name for. The trusted child opens the events on itself before mark 0
// and passes them over, so that they follow it and all that it starts; they are enabled at mark 0 and read
// after the child has ended. They mean something only of code that runs natively: Traits::runs_natively.
//
// Each event is independent of the others. What was counted for part of the time only, because another
// program used the counter, is left out of the reading, since it could only be an estimate.
//
// Only what happens in user mode is counted, which every user may do. What happens in the kernel alone
// (context switches, migrations, tracepoints) would always read 0 and is refused.
//
//   Unit     what the event counts; nanoseconds for clocks.
//   Scope    from mark 0 to the end of the child and of all that it started, as the total of an execution.
//   Errors   usage for a name that is unknown or cannot be counted so; environment where the kernel refuses.
//   Threads  SideEvents is read-only and may be shared; SideCounts belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"

namespace effk::counters {

// So many can be asked for at once. Processors have 4 to 8 counters.
inline constexpr std::size_t kMostSideEvents = 8;

// Which events are counted.
class SideEvents {
 public:
  // None.
  SideEvents() = default;

  // Those of these names, after opening each of them on this process. A name that is repeated counts once.
  static Result<SideEvents> open(const std::vector<std::string>& names);

  // Whether the processor counts all of them at once beside an instrument's `own` event (its perf_event_attr;
  // may be empty): else it would take turns between them, and no count of instructions would be whole.
  // Errors: usage, if not. Where this process cannot open them all, nothing is known and nothing refused.
  Result<void> fit_beside(const std::string& own) const;

  const std::vector<std::string>& names() const { return names_; }
  bool empty() const { return names_.empty(); }

  // The perf_event_attr of each, one after the other, in the order of names().
  const std::string& attributes() const { return attributes_; }

 private:
  std::vector<std::string> names_;
  std::string attributes_;
};

// Counts by name. An event that was not counted all the time is not among them.
using SideReading = std::map<std::string, std::uint64_t>;

// The events of one child.
class SideCounts {
 public:
  // `events` must outlive it.
  explicit SideCounts(const SideEvents& events) : events_(events) {}

  // The next event that the child passed over: they come in the order of SideEvents::names().
  void take(UniqueFd event) { taken_.push_back(std::move(event)); }

  // Starts counting; call it while the child waits at mark 0. Errors: internal if an event is missing.
  Result<void> start();

  // What was counted. Call it after the child has ended.
  Result<SideReading> read() const;

 private:
  const SideEvents& events_;
  std::vector<UniqueFd> taken_;
};

}  // namespace effk::counters
