// harness/counters/icount/options.h -- how to count.
#pragma once

#include <cstdint>

#include "harness/counters/icount/decoder.h"

namespace effk::icount {

struct Options {
  Baseline baseline = Baseline::v3;
  bool count_iterations = false;  // each iteration of a string instruction, instead of one in all
  bool virtual_time = false;      // clocks advance with the count, random numbers come from the seed
  std::uint64_t seed = 1;
  std::uint64_t limit = 0;       // end the program soon after so many instructions; 0: no limit
  int counts_fd = -1;            // memory file of the supervisor: count_slots.h
  int marks_fd = -1;             // descriptor of the program on which it sends marks
  const char* output = nullptr;  // where to write the count at the end; nullptr: standard error
};

}  // namespace effk::icount
