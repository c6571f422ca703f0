// tests/counters/icount/decoded.h -- decodes bytes written out in a test.
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "harness/counters/icount/decoder.h"

namespace effk::icount {

using Code = std::vector<std::uint8_t>;

inline Instruction decoded(const Code& code, Baseline baseline = Baseline::v3) {
  Instruction instruction;
  EXPECT_TRUE(decode(code.data(), code.size(), baseline, instruction));
  return instruction;
}

// Decoded, and as long as the bytes.
inline Instruction whole(const Code& code, Baseline baseline = Baseline::v3) {
  const Instruction instruction = decoded(code, baseline);
  EXPECT_EQ(instruction.length, code.size());
  return instruction;
}

}  // namespace effk::icount
