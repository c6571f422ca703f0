// harness/measure/job_watch.h -- follows one child from its first mark to its end.
#pragma once

#include <optional>
#include <string_view>

#include "harness/base/error.h"
#include "harness/counters/instrument.h"
#include "harness/counters/side_events.h"
#include "harness/measure/execution.h"
#include "harness/sandbox/child_handle.h"

namespace effk::measure {

class JobWatch {
 public:
  // `events` are counted beside; null: none.
  JobWatch(const Job& job, counters::Meter& meter, const counters::SideEvents* events)
      : job_(job), meter_(meter) {
    if (events != nullptr) side_counts_.emplace(*events);
  }

  // False once there is nothing more to hear on the mark socket.
  bool listens() const { return listens_; }

  // Takes and answers every mark that has arrived.
  Result<void> answer_marks(int marks);

  // Kills the child if its count is above the budget.
  Result<void> keep_within_budget();

  // Kills the child if it has taken longer since mark 0, or slept longer, than it may. Time in which it
  // waited for a processor is not its own. Call it often: of what passes between two calls little is
  // believed, in case it was this process that slept.
  void keep_within_time();

  // There will be no mark 0: the child has been killed, with its driver.
  void give_up() { execution_.killed_over_wall_limit = true; }

  bool has_started() const { return execution_.reached_mark_zero; }

  bool killed() const {
    return execution_.killed_over_budget || execution_.killed_over_wall_limit ||
           execution_.killed_over_sleep_limit;
  }

  // The driver's last word about the child: an EffkChildEnd packet; empty if the driver has died.
  Result<void> end(std::string_view packet);

  Execution take_execution() { return std::move(execution_); }

 private:
  Result<void> start(pid_t child);
  void let_it_fall_asleep() const;
  void take_event(UniqueFd event);
  Result<char> answer_to(char mark);

  const Job& job_;
  counters::Meter& meter_;
  Execution execution_;
  std::optional<sandbox::ChildHandle> child_;
  UniqueFd event_;  // the meter's own
  std::optional<counters::SideCounts> side_counts_;
  std::uint64_t resident_at_start_ = 0;
  int marks_after_start_ = 0;
  std::chrono::steady_clock::time_point looked_;
  std::chrono::nanoseconds watched_{0};
  std::optional<std::chrono::nanoseconds> had_run_;  // at the last look
  bool slept_at_last_look_ = false;
  std::chrono::nanoseconds slept_{0};
  bool listens_ = true;
};

}  // namespace effk::measure
