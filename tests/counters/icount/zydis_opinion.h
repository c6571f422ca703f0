// tests/counters/icount/zydis_opinion.h -- what Zydis makes of an instruction, in the words of our decoder.
//
// Zydis is an independent reading of the manuals, with every operand. Where its tables err, or where ours
// differ from it on purpose, expected() says so beside the line that does it.
#pragma once

#include <Zydis/Zydis.h>

#include <cstdint>
#include <span>

#include "harness/counters/icount/decoder.h"

namespace effk::icount {

struct Opinion {
  ZyanStatus status = 0;  // success, or why it is none
  ZydisDecodedInstruction instruction;
  ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];

  bool valid() const { return ZYAN_SUCCESS(status); }
};

Opinion opinion_of_zydis(std::span<const std::uint8_t> bytes);

// Of a valid opinion: what decode() must find with Baseline::host. `flags_read` are the flags that it must
// name at least, `flags_replaced` those that it may name at most; `operand_bytes` 0 if it does not matter.
Instruction expected(const Opinion& opinion);

// The smallest baseline that has the instruction.
Baseline smallest_baseline(const Opinion& opinion);

}  // namespace effk::icount
