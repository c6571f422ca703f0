// tests/counters/icount/fuzz/random_encoding.h -- bytes that may be an instruction.
#pragma once

#include <array>

#include "tests/counters/icount/fuzz/operand.h"

namespace effk::icount::fuzz {

struct Encoding {
  std::array<std::uint8_t, 24> bytes{};
  bool has_memory = false;
  Operand operand;
};

// All parts but the operand in memory are random; what follows it are random bytes for immediates.
Encoding random_encoding(Random& random, const Roles& roles, bool with_evex);

}  // namespace effk::icount::fuzz
