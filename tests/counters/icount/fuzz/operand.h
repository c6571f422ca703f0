// tests/counters/icount/fuzz/operand.h -- memory operands whose address is known when the program is written.
#pragma once

#include <array>
#include <cstdint>

#include "tests/counters/icount/fuzz/code_writer.h"
#include "tests/counters/icount/fuzz/random.h"

namespace effk::icount::fuzz {

// What the registers of a program are for. Those that random instructions may not write hold what they held
// at the snippet's start.
struct Roles {
  std::array<unsigned, 3> pointers{};  // into the arena
  std::array<std::uint32_t, 3> pointer_values{};
  unsigned index = 0;
  std::uint32_t index_value = 0;
  unsigned fuel = 0;     // how many more jumps back there may be
  unsigned counter = 0;  // of instructions, in programs that count themselves

  explicit Roles(Random& random);

  bool is_pointer(unsigned r) const { return r == pointers[0] || r == pointers[1] || r == pointers[2]; }
  std::uint32_t fixed() const;  // the registers that may not be written, by bit
  bool is_free(unsigned r) const { return (fixed() >> r & 1) == 0; }
  unsigned free_register(Random& random) const;
  unsigned free_low_register(Random& random) const;  // of the first eight
};

// ModRM with its memory operand, and the prefixes that belong to it.
struct Operand {
  bool through_fs = false;
  bool narrow = false;  // 32-bit address
  bool x = false;       // upper bits of index and base
  bool b = false;
  std::uint8_t modrm = 0;  // without reg
  bool has_sib = false;
  std::uint8_t sib = 0;
  unsigned displacement_bytes = 0;
  std::uint32_t displacement = 0;
  bool rip_relative = false;
  std::uint32_t target = 0;  // then: displacement + address of the next instruction

  void add_prefixes(Code& code) const {
    if (through_fs) code.add8(0x64);
    if (narrow) code.add8(0x67);
  }
  unsigned rex() const { return (x ? 2U : 0U) | (b ? 1U : 0U); }
  // `next` is the address of the next instruction if nothing follows the operand.
  void add(Code& code, unsigned reg, std::uint32_t next) const;
};

// One of the ways to name an address, which lies in the arena.
Operand random_operand(Random& random, const Roles& roles);
// One of the ways to name this address.
Operand operand_at(Random& random, const Roles& roles, std::uint32_t address);

}  // namespace effk::icount::fuzz
