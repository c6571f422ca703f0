// harness/counters/icount/decoder_work.h -- what the parts of the decoder share about one instruction.
#pragma once

#include <cstddef>
#include <cstdint>

#include "harness/counters/icount/decoder.h"
#include "harness/counters/icount/decoder_tables.h"

namespace effk::icount {

// The longest instruction there is.
inline constexpr std::size_t kLongest = 15;

struct Bytes {
  const std::uint8_t* bytes;
  std::size_t limit;
  std::size_t at = 0;

  bool has(std::size_t count) const { return limit - at >= count; }
  std::uint8_t next() { return bytes[at++]; }
};

// What became of an instruction.
enum class Outcome : std::uint8_t { whole, undefined, cut_off };

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

// decoder_examine.cc: acts on what the entry of a legacy opcode leaves open.
void examine(Work& work, const Entry& entry);

// decoder_groups.cc, decoder_system.cc: opcodes that ModRM extends.
void examine_group(Work& work, Action action);
void examine_system(Work& work, Action action);

// decoder_vector.cc: which vector instruction it is.
void examine_legacy_vector(Work& work);
// Reads on from the first byte of VEX, XOP or EVEX.
Outcome read_vex(Bytes& code, Work& work);
Outcome read_xop(Bytes& code, Work& work);
Outcome read_evex(Bytes& code, Work& work);

// decoder_tail.cc: everything after ModRM, for which `work` knows the immediate's kind.
Outcome read_tail(Bytes& code, Work& work, Action action);

}  // namespace effk::icount
