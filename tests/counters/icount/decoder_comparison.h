// tests/counters/icount/decoder_comparison.h -- holds our decoder against Zydis, one instruction at a time.
//
// Zydis is an independent reading of the manuals, with all operands; ours keeps what the translator needs.
// Where the two differ on purpose, or Zydis errs, known_difference() says why.
#pragma once

#include <Zydis/Zydis.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "harness/counters/icount/decoder.h"

namespace effk::icount {

// What Zydis makes of the bytes; `valid` is false if it knows no such instruction.
struct Opinion {
  bool valid = false;
  ZyanStatus status = 0;
  ZydisDecodedInstruction instruction;
  ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
};

Opinion opinion_of_zydis(std::span<const std::uint8_t> bytes);

// The first way in which ours and Zydis' reading of the bytes differ, for a person; nothing if they agree.
// Looks at every baseline.
std::optional<std::string> difference(std::span<const std::uint8_t> bytes, const Opinion& zydis);

// Why a difference is meant to be, or nothing.
const char* known_difference(std::span<const std::uint8_t> bytes, const Opinion& zydis);

std::string text_of(std::span<const std::uint8_t> bytes);

}  // namespace effk::icount
