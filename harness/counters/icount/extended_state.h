// harness/counters/icount/extended_state.h -- xsave and xrstor with the state that the baseline knows.
//
// What they write depends on what the machine has: its AVX-512 registers would land behind the room that the
// program has made, because CPUID has told it of less.
#pragma once

#include <cstdint>

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// XSAVE area in the standard format: x87 and SSE, what software adds for signal frames, a header, and the
// upper halves of the AVX registers.
struct alignas(64) ExtendedState {
  std::uint8_t legacy[464];
  std::uint32_t magic, extended_bytes;
  std::uint64_t features;
  std::uint32_t bytes;
  std::uint32_t reserved[7];
  std::uint64_t header[8];
  std::uint8_t upper[256];
};
static_assert(sizeof(ExtendedState) == 832);

constexpr std::uint64_t kExtendedFeatures = 7;  // x87, SSE, AVX

// xsave, xsaveopt or xrstor with a memory operand: has to be done by the runtime, unless the program may see
// the machine as it is.
bool moves_extended_state(const Hidden& hidden, const Instruction& instruction);

// Does it. False if the operand is not the program's or is not as it must be: then the program gets SIGSEGV.
bool move_extended_state(Hidden& hidden, const Instruction& instruction);

// The program's vector registers are in the processor's all the time that the runtime works.
void save_extended_state(ExtendedState& state, std::uint64_t features);
// The state must be one that xrstor takes: see is_valid().
void restore_extended_state(const ExtendedState& state, std::uint64_t features);
bool is_valid(const ExtendedState& state);

}  // namespace effk::icount
