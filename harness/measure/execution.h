// harness/measure/execution.h -- what is known of one measured execution. Plain values.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "harness/base/units.h"
#include "harness/record/record.h"
#include "harness/toolchain/toolchain.h"

namespace effk::measure {

// One child to be run.
struct Job {
  const toolchain::Program* program = nullptr;
  std::string_view arguments;  // a tuple in the binary form of values
  bool load_only = false;      // the child is told after loading not to call

  std::optional<Cost> budget;              // killed soon after its cost is above this; the final cost decides
  CostUnit unit = CostUnit::instructions;  // of the budget, for words
  std::chrono::seconds cpu_limit{60};      // backstops: budgets decide, not clocks
  std::chrono::milliseconds wall_limit{120'000};
  std::chrono::milliseconds sleep_limit{5'000};          // in all: an honest program waits for nothing
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;   // growth over the state at mark 0
  std::uint64_t output_bytes = std::uint64_t{64} << 20;  // printed, and returned
  bool overflow_is_limit = false;                        // an OverflowError ends it as a lack of memory would
};

struct Execution {
  bool reached_mark_zero = false;
  Cost total;  // from mark 0 to the end of the child and of all that it started
  // Readings at the driver's marks. A sample can forge them: they are believed of references only.
  std::optional<Cost> at_loaded;
  std::optional<Cost> at_done;

  int wait_status = 0;  // as wait4 gives it
  bool killed_over_budget = false;
  bool killed_over_wall_limit = false;  // without mark 0: it did not get that far in time
  bool killed_over_sleep_limit = false;
  bool refused_memory = false;     // the instrument saw an allocation refused
  std::uint64_t output_bytes = 0;  // how much it printed
  std::string output;              // what a program printed, cut at the output limit; empty for functions
  std::string result;              // the result file, whole, cut behind the output limit
  record::ResourceUse use;
};

}  // namespace effk::measure
