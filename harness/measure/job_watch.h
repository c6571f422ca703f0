// harness/measure/job_watch.h -- follows one child from its first mark to its end.
#pragma once

#include <optional>
#include <string_view>

#include "harness/base/error.h"
#include "harness/counters/instrument.h"
#include "harness/measure/execution.h"
#include "harness/sandbox/child_handle.h"

namespace effk::measure {

class JobWatch {
 public:
  JobWatch(const Job& job, counters::Meter& meter) : job_(job), meter_(meter) {}

  // False once there is nothing more to hear on the mark socket.
  bool listens() const { return listens_; }

  // Takes and answers every mark that has arrived.
  Result<void> answer_marks(int marks);

  // Kills the child if its count is above the budget.
  Result<void> keep_within_budget();

  // Kills the child for the wall-clock limit; false if there is none yet to kill.
  bool kill_for_time();

  bool killed() const { return execution_.killed_over_budget || execution_.killed_over_wall_limit; }

  // The driver's last word about the child: an EffkChildEnd packet; empty if the driver has died.
  Result<void> end(std::string_view packet);

  Execution take_execution() { return std::move(execution_); }

 private:
  Result<void> start(pid_t child);
  Result<char> answer_to(char mark);

  const Job& job_;
  counters::Meter& meter_;
  Execution execution_;
  std::optional<sandbox::ChildHandle> child_;
  UniqueFd event_;
  std::uint64_t resident_at_start_ = 0;
  int marks_after_start_ = 0;
  bool listens_ = true;
};

}  // namespace effk::measure
