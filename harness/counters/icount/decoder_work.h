// harness/counters/icount/decoder_work.h -- what the parts of the decoder share about one instruction.
#pragma once

#include <cstddef>
#include <cstdint>

#include "harness/counters/icount/decoder.h"
#include "harness/counters/icount/decoder_tables.h"

namespace effk::icount {

struct Prefixes {
  std::uint8_t rex = 0;      // only directly before the opcode
  std::uint8_t repeat = 0;   // F2 or F3, the last one
  std::uint8_t segment = 0;  // 64 or 65, the last one; the other four mean nothing in 64-bit mode
  bool operand = false;      // 66
  bool address = false;      // 67
  bool lock = false;         // F0

  bool wide() const { return (rex & 8) != 0; }
  // The column of a table of mandatory prefixes. F2 and F3 are stronger than 66.
  std::uint8_t column() const { return repeat == 0xF2 ? 3 : repeat == 0xF3 ? 2 : operand ? 1 : 0; }
};

// An instruction of which everything up to ModRM is known.
struct Work {
  Instruction& out;
  Prefixes prefix;
  Immediate immediate = Immediate::none;
  std::uint8_t form = 0;        // as in Entry
  std::uint8_t level = kV1;     // kInvalid: it is undefined
  std::uint8_t reads = 0;       // PackedFlags
  std::uint8_t replaces = 0;    // PackedFlags
  bool memory = false;          // ModRM names memory
  bool address_only = false;    // computes the address, and reads or writes nothing there: lea
  bool implied_memory = false;  // an operand at DS:rSI, DS:rDI or DS:rBX, which a segment prefix moves
  bool needs_sib = false;       // its address is a vector, or a tile's

  std::uint8_t mod() const { return out.modrm >> 6; }
  std::uint8_t reg() const { return out.modrm >> 3 & 7; }
  std::uint8_t rm() const { return out.modrm & 7; }
  // The register in ModRM.rm with its extension.
  std::uint8_t rm_register() const { return static_cast<std::uint8_t>(rm() | (prefix.rex & 1) << 3); }
  void undefined() { level = kInvalid; }
  void special(Special what) {
    out.special = what;
    out.flow = Flow::special;
  }
};

// Acts on what the entry of a legacy opcode leaves open.
void examine(Work& work, const Entry& entry);

// decoder_groups.cc: opcodes that ModRM extends.
void examine_group(Work& work, Action action);

// decoder_vector.cc: which vector instruction it is, of the legacy maps, VEX, XOP and EVEX.
struct VectorPrefix {
  std::uint8_t map = 0;      // as the prefix counts them
  std::uint8_t column = 0;   // pp
  std::uint8_t v = 0;        // vvvv as it is written, 15: not used
  bool wide = false;         // W
  bool long_vector = false;  // L
};
void examine_legacy_vector(Work& work);
void examine_vex(Work& work, const VectorPrefix& vector);
void examine_xop(Work& work, const VectorPrefix& vector);
void examine_evex(Work& work, const VectorPrefix& vector);

}  // namespace effk::icount
