// harness/counters/icount/system_call_table.h -- which system calls a program may make, and what they are
// given.
//
// A call that is not in the table does not exist for the program, on any kernel: it gets ENOSYS. So a call
// that reaches memory by a way that nobody has looked at is not a way to the hidden places, and programs see
// the same calls everywhere.
#pragma once

#include <cstdint>

namespace effk::icount {

// Bit i stands for argument i.
struct CallShape {
  bool is_known = false;
  std::uint8_t addresses = 0;
};

CallShape shape_of(long number);

}  // namespace effk::icount
