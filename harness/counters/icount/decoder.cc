// The shape of an instruction: prefixes, opcode, ModRM, SIB, displacement, immediate.
#include "harness/counters/icount/decoder.h"

#include "harness/counters/icount/decoder_tables.h"
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

constexpr std::size_t kLongest = 15;

struct Bytes {
  const std::uint8_t* bytes;
  std::size_t limit;
  std::size_t at = 0;

  bool has(std::size_t count) const { return limit - at >= count; }
  std::uint8_t next() { return bytes[at++]; }
};

// What became of an instruction.
enum class Outcome : std::uint8_t { whole, undefined, cut_off };

void read_prefixes(Bytes& code, Prefixes& prefix) {
  for (; code.has(1); ++code.at) {
    const std::uint8_t byte = code.bytes[code.at];
    if ((byte & 0xF0) == 0x40) {
      prefix.rex = byte;
      continue;
    }
    switch (byte) {
      case 0x26:
      case 0x2E:
      case 0x36:
      case 0x3E:
        break;
      case 0x64:
      case 0x65:
        prefix.segment = byte;
        break;
      case 0x66:
        prefix.operand = true;
        break;
      case 0x67:
        prefix.address = true;
        break;
      case 0xF0:
        prefix.lock = true;
        break;
      case 0xF2:
      case 0xF3:
        prefix.repeat = byte;
        break;
      default:
        return;
    }
    prefix.rex = 0;  // REX before another prefix is void
  }
}

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

std::uint8_t immediate_bytes(const Work& work) {
  const Prefixes& prefix = work.prefix;
  const bool two = prefix.operand && !prefix.wide();
  switch (work.immediate) {
    case Immediate::none:
      return 0;
    case Immediate::i8:
    case Immediate::relative8:
      return 1;
    case Immediate::i16:
    case Immediate::i8_i8:
      return 2;
    case Immediate::i16_i8:
      return 3;
    case Immediate::i32:
    case Immediate::relative32:
      return 4;
    case Immediate::operand:
      return two ? 2 : 4;
    case Immediate::operand_full:
      return prefix.wide() ? 8 : two ? 2 : 4;
    case Immediate::address:
      return prefix.address ? 4 : 8;
  }
  return 0;
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

bool is_near_branch(Flow flow) {
  return flow != Flow::next && flow != Flow::special;
}

// Everything after ModRM, for which `work` knows the immediate's kind.
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

Outcome read_legacy(Bytes& code, Work& work) {
  Instruction& out = work.out;
  Entry entry;
  out.opcode = code.next();
  if (out.opcode != 0x0F) {
    entry = kOneByteMap.at[out.opcode];
  } else {
    if (!code.has(1)) return Outcome::cut_off;
    out.map = 1;
    out.opcode = code.next();
    if (out.opcode == 0x38 || out.opcode == 0x3A) {
      if (!code.has(1)) return Outcome::cut_off;
      out.map = out.opcode == 0x38 ? 2 : 3;
      entry = {Action::vector, out.map == 2 ? Immediate::none : Immediate::i8, kModrm, 0, 0};
      out.opcode = code.next();
    } else {
      entry = kTwoByteMap.at[out.opcode];
    }
  }
  work.immediate = entry.immediate;
  work.form = entry.form;
  work.reads = entry.reads;
  work.replaces = entry.replaces;
  if ((entry.form & kModrm) != 0) {
    if (!code.has(1)) return Outcome::cut_off;
    out.has_modrm = true;
    out.modrm = code.next();
    work.memory = work.mod() != 3;
  }
  examine(work, entry);
  return read_tail(code, work, entry.action);
}

bool forbidden_before_vex(const Prefixes& prefix) {
  return prefix.lock || prefix.operand || prefix.repeat != 0 || prefix.rex != 0;
}

// Opcodes of the map 0F that have an immediate in VEX and EVEX too.
bool has_immediate_in_map1(std::uint8_t opcode) {
  return (opcode >= 0x70 && opcode <= 0x73) || opcode == 0xC2 || (opcode >= 0xC4 && opcode <= 0xC6);
}

Outcome read_vector_opcode(Bytes& code, Work& work, const VectorPrefix& vector) {
  Instruction& out = work.out;
  if (!code.has(1)) return Outcome::cut_off;
  out.map = vector.map;
  out.opcode = code.next();
  const bool immediate =
      vector.map == 3 || vector.map == 8 || (vector.map == 1 && has_immediate_in_map1(out.opcode));
  work.immediate = vector.map == 10 ? Immediate::i32 : immediate ? Immediate::i8 : Immediate::none;
  work.prefix.rex = vector.wide ? 8 : 0;
  return Outcome::whole;
}

Outcome read_vector_modrm(Bytes& code, Work& work) {
  if (!code.has(1)) return Outcome::cut_off;
  work.out.has_modrm = true;
  work.out.modrm = code.next();
  work.memory = work.mod() != 3;
  return Outcome::whole;
}

Outcome read_vex(Bytes& code, Work& work) {
  if (forbidden_before_vex(work.prefix)) return Outcome::undefined;
  const bool three = code.next() == 0xC4;
  if (!code.has(three ? 2 : 1)) return Outcome::cut_off;
  VectorPrefix vector;
  vector.map = three ? code.next() & 0x1F : 1;
  const std::uint8_t last = code.next();
  vector.wide = three && (last & 0x80) != 0;
  vector.v = last >> 3 & 15;
  vector.long_vector = (last & 4) != 0;
  vector.column = last & 3;
  if (vector.map == 0 || vector.map > 3) return Outcome::undefined;
  if (read_vector_opcode(code, work, vector) != Outcome::whole) return Outcome::cut_off;
  const bool vzeroupper = vector.map == 1 && work.out.opcode == 0x77;
  if (!vzeroupper && read_vector_modrm(code, work) != Outcome::whole) return Outcome::cut_off;
  examine_vex(work, vector);
  return read_tail(code, work, Action::vector);
}

Outcome read_xop(Bytes& code, Work& work) {
  if (forbidden_before_vex(work.prefix)) return Outcome::undefined;
  code.next();
  if (!code.has(2)) return Outcome::cut_off;
  VectorPrefix vector;
  vector.map = code.next() & 0x1F;
  const std::uint8_t last = code.next();
  vector.wide = (last & 0x80) != 0;
  vector.v = last >> 3 & 15;
  vector.long_vector = (last & 4) != 0;
  vector.column = last & 3;
  if (vector.map > 10) return Outcome::undefined;
  if (read_vector_opcode(code, work, vector) != Outcome::whole) return Outcome::cut_off;
  if (read_vector_modrm(code, work) != Outcome::whole) return Outcome::cut_off;
  examine_xop(work, vector);
  return read_tail(code, work, Action::vector);
}

Outcome read_evex(Bytes& code, Work& work) {
  if (forbidden_before_vex(work.prefix)) return Outcome::undefined;
  code.next();
  if (!code.has(3)) return Outcome::cut_off;
  const std::uint8_t first = code.next();
  const std::uint8_t second = code.next();
  code.next();
  VectorPrefix vector;
  vector.map = first & 7;
  vector.wide = (second & 0x80) != 0;
  vector.v = second >> 3 & 15;
  vector.column = second & 3;
  const bool known =
      (first & 8) == 0 && (second & 4) != 0 && vector.map != 0 && vector.map != 4 && vector.map != 7;
  if (!known) return Outcome::undefined;
  if (read_vector_opcode(code, work, vector) != Outcome::whole) return Outcome::cut_off;
  if (read_vector_modrm(code, work) != Outcome::whole) return Outcome::cut_off;
  examine_evex(work, vector);
  return read_tail(code, work, Action::vector);
}

Outcome read_instruction(Bytes& code, Work& work) {
  read_prefixes(code, work.prefix);
  if (!code.has(1)) return Outcome::cut_off;
  work.out.opcode_at = static_cast<std::uint8_t>(code.at);
  work.out.rex = work.prefix.rex;
  work.out.address_bytes = work.prefix.address ? 4 : 8;
  switch (code.bytes[code.at]) {
    case 0xC4:
    case 0xC5:
      return read_vex(code, work);
    case 0x62:
      return read_evex(code, work);
    case 0x8F:
      if (!code.has(2)) return Outcome::cut_off;
      if ((code.bytes[code.at + 1] & 0x1F) >= 8) return read_xop(code, work);
      break;
    default:
      break;
  }
  return read_legacy(code, work);
}

void settle(Work& work, Outcome outcome, Baseline baseline) {
  Instruction& out = work.out;
  const bool undefined = outcome != Outcome::whole;
  if (undefined) {
    work.special(Special::undefined);
    work.reads = kAll;
    work.replaces = 0;
  } else if (out.special == Special::none && work.level > static_cast<std::uint8_t>(baseline) + kV1) {
    work.special(Special::beyond_baseline);
  }
  out.flags_read = unpacked(work.reads);
  out.flags_replaced = unpacked(work.replaces);
}

}  // namespace

bool decode(const std::uint8_t* bytes, std::size_t available, Baseline baseline, Instruction& instruction) {
  instruction = {};
  Bytes code{bytes, available < kLongest ? available : kLongest};
  Work work{.out = instruction, .prefix = {}};
  const Outcome outcome = read_instruction(code, work);
  // An instruction that 15 bytes do not hold is none.
  if (outcome == Outcome::cut_off && available < kLongest) return false;
  instruction.length = static_cast<std::uint8_t>(outcome == Outcome::cut_off ? kLongest : code.at);
  settle(work, outcome, baseline);
  return true;
}

}  // namespace effk::icount
