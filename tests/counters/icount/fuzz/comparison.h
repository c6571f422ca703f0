// tests/counters/icount/fuzz/comparison.h -- holds what a program wrote under icount against what it wrote
// natively.
#pragma once

#include <string>

#include "tests/counters/icount/fuzz/execution.h"
#include "tests/counters/icount/fuzz/program.h"

namespace effk::icount::fuzz {

// What differs, in words; empty if nothing does.
std::string difference(const Program& program, const Execution& native, const Execution& counted);

// What a program that counts itself has counted, by its native output; nothing if it cannot be known.
struct SelfCount {
  bool known = false;
  std::uint64_t instructions = 0;
};
SelfCount self_count(const Program& program, const Execution& native);

}  // namespace effk::icount::fuzz
