// harness/counters/slot_meter.h -- counts that the process leaves in shared memory itself: count_slots.h.
#pragma once

#include "harness/counters/instrument.h"
#include "harness/counters/slot_file.h"

namespace effk::counters {

class SlotMeter : public Meter {
 public:
  // Where the memory file lies in the started process, while the instrument starts: out of the way of the
  // driver's descriptors. The instrument then moves it where the program cannot reach it.
  static constexpr int kCountsTarget = 10;
  // EFFK_MARK_FD of harness/toolchain/drivers/job.h.
  static constexpr int kMarksTarget = 3;

  // `launch` without the descriptor of the counts, which is added here.
  SlotMeter(Launch launch, SlotFile slots);

  const Launch& launch() const override { return launch_; }
  Result<void> prepare() override;
  Result<void> start(pid_t child, UniqueFd event) override;
  Result<Instructions> read() override;
  bool refused_memory() override;

 protected:
  SlotFile& slots() { return slots_; }
  // The driver forks nothing but the child, so the first number since prepare() is the child's.
  std::uint64_t number_of_child() const { return first_; }

 private:
  SlotFile slots_;
  Launch launch_;
  std::uint64_t first_ = 0;
  Instructions base_;
  bool keeps_to_marks_ = true;
};

}  // namespace effk::counters
