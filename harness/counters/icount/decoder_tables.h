// harness/counters/icount/decoder_tables.h -- what the opcode maps say, one entry an opcode.
//
// Two kinds of table: `Entry` for the maps of the general registers (one-byte and 0F), where most opcodes
// differ from each other, and `Form` for the vector maps, where an opcode with each mandatory prefix is an
// instruction of its own and all that matters is which processor has it and which encodings are valid.
// No table holds an address, and all are hidden, so that nothing here needs a relocation at run time.
#pragma once

#include <cstdint>

namespace effk::icount {

// The six status flags in one byte: as in RFLAGS, and overflow (bit 11 there) in the place of bit 1, which
// is no flag.
enum PackedFlags : std::uint8_t {
  kC = 0x01,
  kO = 0x02,
  kP = 0x04,
  kA = 0x10,
  kZ = 0x40,
  kS = 0x80,
  kAll = kC | kO | kP | kA | kZ | kS,
};

constexpr std::uint16_t unpacked(std::uint8_t flags) {
  return static_cast<std::uint16_t>((flags & ~kO) | ((flags & kO) << 10));
}

// Which processors have it. The first four are the baselines in their order.
inline constexpr std::uint8_t kInvalid = 0, kV1 = 1, kV2 = 2, kV3 = 3, kHost = 4;

enum class Immediate : std::uint8_t {
  none,
  i8,
  i16,
  i32,
  operand,       // 2 or 4 bytes, as the operand
  operand_full,  // 2, 4 or 8: mov r, imm
  address,       // 4 or 8, as the address: mov al, moffs
  i16_i8,        // enter
  i8_i8,         // extrq, insertq
  relative8,
  relative32,
};
inline constexpr unsigned kImmediates = static_cast<unsigned>(Immediate::relative32) + 1;

// What an opcode needs beyond its entry; most need nothing.
enum class Action : std::uint8_t {
  plain,
  invalid,
  // The flow of control, complete.
  jump,
  branch,
  call,
  ret,
  // Specials, complete.
  syscall,
  interrupt,
  cpuid,
  rdtsc,
  not_reproducible,
  segment_pop,
  segment_far_pointer,
  far_transfer,
  always_undefined,
  beyond,
  // Decided by prefixes, ModRM or the immediate.
  arithmetic,
  shift,
  shift_double,
  pop_rm,
  mov_from_segment,
  mov_to_segment,
  lea,
  string,
  string_compare,
  xlat,
  lahf,
  mov_immediate,
  unary,
  inc_dec,
  group5,
  x87,
  group6,
  group7,
  control_register,
  threednow,
  getsec,
  padlock,
  group8,
  bit_scan,
  popcnt,
  group9,
  group15,
  vector,
};

// Bits of Entry::form.
enum : std::uint8_t {
  kModrm = 1,      // a ModRM byte follows
  kByte = 2,       // an operand of one byte
  kDefault64 = 4,  // 64-bit operands without REX.W: push, pop, branches
  kLock = 8,       // may be locked when its destination is memory
};

struct Entry {
  Action action = Action::invalid;
  Immediate immediate = Immediate::none;
  std::uint8_t form = 0;
  std::uint8_t reads = 0;     // PackedFlags
  std::uint8_t replaces = 0;  // PackedFlags
};

struct Map {
  Entry at[256];
};

[[gnu::visibility("hidden")]] extern const Map kOneByteMap;
[[gnu::visibility("hidden")]] extern const Map kTwoByteMap;

// One encoding of a vector instruction. Bits 0-2 are its level; the others narrow what is valid.
using Form = std::uint16_t;
inline constexpr Form kLevelBits = 0x0007;
inline constexpr Form kMemoryOnly = 0x0008;
inline constexpr Form kRegisterOnly = 0x0010;
inline constexpr Form kL0 = 0x0020;           // VEX.L must be 0; EVEX: 128 bits
inline constexpr Form kL1 = 0x0040;           // VEX.L must be 1; EVEX: 256 or 512 bits
inline constexpr Form kW0 = 0x0080;           // W must be 0
inline constexpr Form kW1 = 0x0100;           // W must be 1
inline constexpr Form kNoV = 0x0200;          // VEX.vvvv is not used and must be 1111
inline constexpr Form kNoVInMemory = 0x0400;  // likewise, when the operand is memory
inline constexpr Form kVsib = 0x0800;         // a vector of addresses: needs a SIB byte
inline constexpr Form kByReg = 0x1000;        // ModRM.reg extends the opcode: see the decoder
inline constexpr Form kL2 = 0x2000;           // EVEX: 512 bits

// Columns: no mandatory prefix, 66, F3, F2; as `pp` in VEX counts them.
struct VectorMap {
  Form at[4][256];
};

[[gnu::visibility("hidden")]] extern const VectorMap kLegacyMaps[3];  // 0F, 0F 38, 0F 3A
[[gnu::visibility("hidden")]] extern const VectorMap kVexMaps[3];     // 1, 2, 3
[[gnu::visibility("hidden")]] extern const VectorMap kEvexMaps[6];    // 1, 2, 3, none, 5, 6
struct XopMap {
  Form at[256];
};
[[gnu::visibility("hidden")]] extern const XopMap kXopMaps[3];  // 8, 9, A

}  // namespace effk::icount
