// What follows ModRM: SIB, displacement, immediate; and what depends on them.
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

// SIB and displacement.
bool read_address(Bytes& code, Work& work) {
  Instruction& out = work.out;
  const std::uint8_t mod = work.mod();
  std::uint8_t displacement = mod == 1 ? 1 : mod == 2 ? 4 : 0;
  if (work.rm() == 4) {
    if (!code.has(1)) return false;
    const std::uint8_t sib = code.next();
    if (mod == 0 && (sib & 7) == 5) displacement = 4;
  } else if (mod == 0 && work.rm() == 5) {
    displacement = 4;
    out.rip_relative = true;
  }
  if (displacement != 0) {
    if (!code.has(displacement)) return false;
    out.displacement_at = static_cast<std::uint8_t>(code.at);
    out.displacement_bytes = displacement;
    code.at += displacement;
  }
  return true;
}

// By Immediate, for operands of 2, 4 and 8 bytes. A table, since a jump by kind is seldom predicted.
constexpr std::uint8_t kImmediateBytes[kImmediates][3] = {
    {0, 0, 0},  // none
    {1, 1, 1},  // i8
    {2, 2, 2},  // i16
    {4, 4, 4},  // i32
    {2, 4, 4},  // operand
    {2, 4, 8},  // operand_full
    {8, 8, 8},  // address
    {3, 3, 3},  // i16_i8
    {2, 2, 2},  // i8_i8
    {1, 1, 1},  // relative8
    {4, 4, 4},  // relative32
};

std::uint8_t immediate_bytes(const Work& work) {
  const Prefixes& prefix = work.prefix;
  if (work.immediate == Immediate::address && prefix.address) return 4;
  const unsigned size = prefix.wide() ? 2 : prefix.operand ? 0 : 1;
  return kImmediateBytes[static_cast<unsigned>(work.immediate)][size];
}

std::uint8_t operand_bytes(const Work& work) {
  if ((work.form & kByte) != 0) return 1;
  if (work.prefix.wide()) return 8;
  if (work.prefix.operand) return 2;
  return (work.form & kDefault64) != 0 ? 8 : 4;
}

// Flags of a shift or rotation, by ModRM.reg (rol, ror, rcl, rcr, shl, shr, sal, sar) and its count.
void settle_shift(Work& work, std::uint8_t immediate) {
  const std::uint8_t operation = work.reg();
  if (operation == 2 || operation == 3) work.reads = kC;
  const bool by_cl = (work.out.opcode & 0xFE) == 0xD2;
  if (by_cl) return;
  const unsigned mask = work.out.operand_bytes == 8 ? 63 : 31;
  const unsigned count = work.out.immediate_bytes != 0 ? immediate & mask : 1;
  if (count == 0) return;
  const unsigned bits = work.out.operand_bytes * 8U;
  const std::uint8_t overflow = count == 1 ? kO : 0;
  const bool rotates_carry = operation == 2 || operation == 3;
  if (rotates_carry && count % (bits + 1) == 0) return;
  work.replaces = kC | overflow;
  if (operation < 4) return;
  work.replaces |= kZ | kS | kP;
  // All bits and more were shifted out of shl and shr: the manuals leave CF undefined.
  if (operation != 7 && count >= bits) work.replaces &= static_cast<std::uint8_t>(~kC);
}

// shld, shrd: with a count beyond 16, 16-bit operands are undefined.
void settle_shift_double(Work& work, std::uint8_t immediate) {
  const unsigned mask = work.out.operand_bytes == 8 ? 63 : 31;
  const unsigned count = immediate & mask;
  if (count == 0 || count > work.out.operand_bytes * 8U) return;
  work.replaces = kC | kZ | kS | kP;
  if (count == 1) work.replaces |= kO;
}

std::int32_t signed_value(const std::uint8_t* bytes, std::uint8_t count) {
  if (count == 1) return static_cast<std::int8_t>(bytes[0]);
  const std::uint32_t value =
      static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
      static_cast<std::uint32_t>(bytes[2]) << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
  return static_cast<std::int32_t>(value);
}

// 3DNow has its opcode where others have their immediate.
bool is_threednow(std::uint8_t opcode) {
  switch (opcode) {
    case 0x0C:
    case 0x0D:
    case 0x1C:
    case 0x1D:
    case 0x8A:
    case 0x8E:
    case 0x90:
    case 0x94:
    case 0x96:
    case 0x97:
    case 0x9A:
    case 0x9E:
    case 0xA0:
    case 0xA4:
    case 0xA6:
    case 0xA7:
    case 0xAA:
    case 0xAE:
    case 0xB0:
    case 0xB4:
    case 0xB6:
    case 0xB7:
    case 0xBB:
    case 0xBF:
      return true;
    default:
      return false;
  }
}

bool is_near_branch(Flow flow) {
  return flow != Flow::next && flow != Flow::special;
}

}  // namespace

Outcome read_tail(Bytes& code, Work& work, Action action) {
  Instruction& out = work.out;
  if (work.level == kInvalid) return Outcome::undefined;
  if (work.memory) {
    if (!read_address(code, work)) return Outcome::cut_off;
    if (work.needs_sib && work.rm() != 4) return Outcome::undefined;
  }
  out.immediate_bytes = immediate_bytes(work);
  if (!code.has(out.immediate_bytes)) return Outcome::cut_off;
  const std::uint8_t* immediate = code.bytes + code.at;
  code.at += out.immediate_bytes;
  out.operand_bytes = operand_bytes(work);
  const bool relative = work.immediate == Immediate::relative8 || work.immediate == Immediate::relative32;
  if (relative) out.target = signed_value(immediate, out.immediate_bytes);
  if (work.immediate == Immediate::i16) {
    out.immediate16 = static_cast<std::uint16_t>(immediate[0] | immediate[1] << 8);
  }
  if (action == Action::shift) settle_shift(work, out.immediate_bytes != 0 ? *immediate : 0);
  if (action == Action::shift_double) settle_shift_double(work, *immediate);
  if (action == Action::threednow && !is_threednow(*immediate)) return Outcome::undefined;
  if (is_near_branch(out.flow)) {
    // Intel's processors ignore 66 before a branch, AMD's cut the target to 16 bits.
    if (work.prefix.operand && !work.prefix.wide()) return Outcome::undefined;
    out.operand_bytes = 8;
  }
  const bool locked_well = (work.form & kLock) != 0 && work.memory;
  if (work.prefix.lock && !locked_well) return Outcome::undefined;
  const bool moved = work.memory && !work.address_only;
  const bool addresses = moved || work.implied_memory || work.immediate == Immediate::address;
  out.gs_relative = addresses && work.prefix.segment == 0x65;
  return Outcome::whole;
}

}  // namespace effk::icount
