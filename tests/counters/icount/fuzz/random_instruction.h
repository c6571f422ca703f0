// tests/counters/icount/fuzz/random_instruction.h -- instructions of any kind that are safe to execute: they
// touch the arena alone, leave the registers with a role as they are, and give the same result each time.
#pragma once

#include <vector>

#include "harness/counters/icount/decoder.h"
#include "tests/counters/icount/fuzz/operand.h"

namespace effk::icount::fuzz {

struct RandomInstruction {
  Code code{};
  unsigned displacement_at = 0;  // of a RIP-relative operand; 0 if there is none
  std::uint32_t target = 0;      // its address
  bool below_stack = false;      // its operand lies below the stack, where frames of signals may have been
  std::uint32_t writes = 0;      // general registers, by bit
  std::uint32_t reads_flags = 0;
  std::uint32_t defines_flags = 0;
  std::uint32_t undefines_flags = 0;
};

// `count` instructions that the baseline has; with Baseline::host, those of AVX-512 too.
std::vector<RandomInstruction> random_instructions(Random& random, const Roles& roles, Baseline baseline,
                                                   std::size_t count);

}  // namespace effk::icount::fuzz
