// The vector instructions: which encodings are valid, who has them, which flags they replace.
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

struct VectorPrefix {
  std::uint8_t map = 0;      // as the prefix counts them
  std::uint8_t column = 0;   // pp
  std::uint8_t v = 0;        // vvvv as it is written, 15: not used
  bool wide = false;         // W
  bool long_vector = false;  // VEX.L
  std::uint8_t length = 0;   // EVEX.L'L
  bool b = false;            // EVEX.b
};

constexpr bool among(std::uint8_t index, unsigned mask) {
  return (mask >> index & 1) != 0;
}

bool operand_fits(const Work& work, Form form) {
  if ((form & kMemoryOnly) != 0) return work.memory;
  if ((form & kRegisterOnly) != 0) return !work.memory;
  return true;
}

// Opcodes 71, 72 and 73 are shifts by an immediate; only quadwords shift by bytes.
bool is_shift_group(std::uint8_t opcode) {
  return opcode >= 0x71 && opcode <= 0x73;
}

bool shift_fits(std::uint8_t opcode, std::uint8_t reg, bool full_registers) {
  if (opcode != 0x73) return among(reg, 0x54);
  return among(reg, full_registers ? 0xCC : 0x44);
}

bool legacy_reg_fits(const Work& work) {
  const std::uint8_t opcode = work.out.opcode;
  if (is_shift_group(opcode)) return shift_fits(opcode, work.reg(), work.prefix.column() == 1);
  if (opcode == 0x78) return work.reg() == 0;  // extrq
  if (opcode == 0xD8) return work.reg() < 4;   // aesencwide128kl...
  return work.out.modrm == 0xC0;               // hreset
}

// Opcodes of VEX that ModRM.reg extends.
bool vex_reg_fits(const Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  if (vector.map == 1) {
    if (opcode == 0xAE) return work.reg() == 2 || work.reg() == 3;
    return shift_fits(opcode, work.reg(), true);
  }
  if (opcode == 0xF3) return work.reg() >= 1 && work.reg() <= 3;  // blsr, blsmsk, blsi
  // 49: tiles.
  if (vector.column == 3) return work.rm() == 0;                  // tilezero
  return work.memory ? work.reg() == 0 : work.out.modrm == 0xC0;  // ldtilecfg, sttilecfg, tilerelease
}

bool length_fits(const VectorPrefix& vector, Form form) {
  if ((form & kL0) != 0 && vector.long_vector) return false;
  return (form & kL1) == 0 || vector.long_vector;
}

bool prefix_fits(const Work& work, const VectorPrefix& vector, Form form) {
  if ((form & kW0) != 0 && vector.wide) return false;
  if ((form & kW1) != 0 && !vector.wide) return false;
  if ((form & kNoV) != 0 && vector.v != 15) return false;
  if ((form & kNoVInMemory) != 0 && work.memory && vector.v != 15) return false;
  return operand_fits(work, form);
}

constexpr std::uint8_t kBitFlags = kC | kO | kZ | kS;

std::uint8_t vex_flags(const Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  if (vector.map == 1) {
    const bool compares = opcode == 0x2E || opcode == 0x2F || opcode == 0x98 || opcode == 0x99;
    return compares ? kAll : 0;  // vucomis, vcomis, kortest, ktest
  }
  if (vector.map == 3) return opcode >= 0x60 && opcode <= 0x63 ? kAll : 0;
  switch (opcode) {
    case 0x0E:
    case 0x0F:
    case 0x17:
      return kAll;  // vtestps, vtestpd, vptest
    case 0xF2:
    case 0xF3:
      return kBitFlags;
    case 0xF5:
      return vector.column == 0 ? kBitFlags : 0;  // bzhi
    case 0xF7:
      return vector.column == 0 ? kC | kO | kZ : 0;  // bextr
    default:
      return opcode >= 0xE0 && opcode <= 0xEF ? kAll : 0;  // cmpccxadd
  }
}

void examine_vex(Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  const Form form = kVexMaps[vector.map - 1].at[vector.column][opcode];
  work.level = form & kLevelBits;
  if (!length_fits(vector, form) || !prefix_fits(work, vector, form)) return work.undefined();
  if ((form & kByReg) != 0 && !vex_reg_fits(work, vector)) return work.undefined();
  work.needs_sib = (form & kVsib) != 0;
  work.implied_memory = vector.map == 1 && opcode == 0xF7;  // vmaskmovdqu
  work.replaces = vex_flags(work, vector);
}

void examine_xop(Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  const Form form = kXopMaps[vector.map - 8].at[opcode];
  work.level = form & kLevelBits;
  if (vector.column != 0 || !length_fits(vector, form) || !prefix_fits(work, vector, form))
    return work.undefined();
  if ((form & kByReg) == 0) {
    if (vector.map == 10) work.replaces = kC | kO | kZ;  // bextr
    return;
  }
  if (opcode == 0x12) {  // llwpcb, slwpcb, lwpins, lwpval
    if (work.reg() > 1) work.undefined();
    return;
  }
  const unsigned known = opcode == 0x01 ? 0xFE : 0x42;  // TBM
  if (!among(work.reg(), known)) return work.undefined();
  work.replaces = kBitFlags;
}

// Opcodes of EVEX that ModRM.reg extends.
bool evex_reg_fits(const Work& work, const VectorPrefix& vector) {
  switch (work.out.opcode) {
    case 0x71:
      return among(work.reg(), 0x54);
    case 0x72:
      return among(work.reg(), vector.wide ? 0x13 : 0x57);
    case 0x73:
      return among(work.reg(), vector.wide ? 0xCC : 0x88);
    default:
      return among(work.reg(), 0x66);  // AVX-512PF: prefetches of gathers and scatters
  }
}

// Masks, broadcasts and unused fields are left to the processor.
void examine_evex(Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  const Form form = kEvexMaps[vector.map - 1].at[vector.column][opcode];
  work.level = form & kLevelBits;
  // Between registers, EVEX.b makes L'L the rounding of 512 bits, or of a scalar.
  const std::uint8_t length = vector.b && !work.memory ? 2 : vector.length;
  if (length == 3 || !prefix_fits(work, vector, form)) return work.undefined();
  if ((form & kL0) != 0 && length != 0) return work.undefined();
  if ((form & kL1) != 0 && length == 0) return work.undefined();
  if ((form & kL2) != 0 && length != 2) return work.undefined();
  if ((form & kByReg) != 0 && !evex_reg_fits(work, vector)) return work.undefined();
  work.needs_sib = (form & kVsib) != 0;
  const bool compares = (vector.map == 1 || vector.map == 5) && (opcode == 0x2E || opcode == 0x2F);
  if (compares) work.replaces = kAll;
}

bool forbidden_before_vex(const Prefixes& prefix) {
  return prefix.lock || prefix.operand || prefix.repeat != 0 || prefix.rex != 0;
}

// Opcodes of the map 0F that have an immediate in VEX and EVEX too.
bool has_immediate_in_map1(std::uint8_t opcode) {
  return (opcode >= 0x70 && opcode <= 0x73) || opcode == 0xC2 || (opcode >= 0xC4 && opcode <= 0xC6);
}

// `bits` are W, vvvv, L, pp; the third byte of VEX and EVEX.
VectorPrefix vector_prefix(std::uint8_t map, std::uint8_t bits) {
  VectorPrefix vector;
  vector.map = map;
  vector.column = bits & 3;
  vector.v = bits >> 3 & 15;
  vector.wide = (bits & 0x80) != 0;
  vector.long_vector = (bits & 4) != 0;
  return vector;
}

bool read_vector_opcode(Bytes& code, Work& work, const VectorPrefix& vector) {
  Instruction& out = work.out;
  if (!code.has(1)) return false;
  out.map = vector.map;
  out.opcode = code.next();
  const bool immediate =
      vector.map == 3 || vector.map == 8 || (vector.map == 1 && has_immediate_in_map1(out.opcode));
  work.immediate = vector.map == 10 ? Immediate::i32 : immediate ? Immediate::i8 : Immediate::none;
  work.prefix.rex = vector.wide ? 8 : 0;
  return true;
}

bool read_vector_modrm(Bytes& code, Work& work) {
  if (!code.has(1)) return false;
  work.out.has_modrm = true;
  work.out.modrm = code.next();
  work.memory = work.mod() != 3;
  return true;
}

}  // namespace

Outcome read_vex(Bytes& code, Work& work) {
  if (forbidden_before_vex(work.prefix)) return Outcome::undefined;
  const bool three = code.next() == 0xC4;
  if (!code.has(three ? 2 : 1)) return Outcome::cut_off;
  const std::uint8_t map = three ? code.next() & 0x1F : 1;
  VectorPrefix vector = vector_prefix(map, code.next());
  vector.wide = vector.wide && three;
  if (map == 0 || map > 3) return Outcome::undefined;
  if (!read_vector_opcode(code, work, vector)) return Outcome::cut_off;
  const bool vzeroupper = map == 1 && work.out.opcode == 0x77;
  if (!vzeroupper && !read_vector_modrm(code, work)) return Outcome::cut_off;
  examine_vex(work, vector);
  return read_tail(code, work, Action::vector);
}

Outcome read_xop(Bytes& code, Work& work) {
  if (forbidden_before_vex(work.prefix)) return Outcome::undefined;
  code.next();
  if (!code.has(2)) return Outcome::cut_off;
  const std::uint8_t map = code.next() & 0x1F;
  const VectorPrefix vector = vector_prefix(map, code.next());
  if (map > 10) return Outcome::undefined;
  if (!read_vector_opcode(code, work, vector)) return Outcome::cut_off;
  if (!read_vector_modrm(code, work)) return Outcome::cut_off;
  examine_xop(work, vector);
  return read_tail(code, work, Action::vector);
}

Outcome read_evex(Bytes& code, Work& work) {
  if (forbidden_before_vex(work.prefix)) return Outcome::undefined;
  code.next();
  if (!code.has(3)) return Outcome::cut_off;
  const std::uint8_t first = code.next();
  const std::uint8_t second = code.next();
  const std::uint8_t third = code.next();
  VectorPrefix vector = vector_prefix(first & 7, second);
  vector.length = third >> 5 & 3;
  vector.b = (third & 0x10) != 0;
  const bool fixed_bits = (first & 8) == 0 && (second & 4) != 0;
  if (!fixed_bits || vector.map == 0 || vector.map == 7) return Outcome::undefined;
  if (!read_vector_opcode(code, work, vector)) return Outcome::cut_off;
  if (!read_vector_modrm(code, work)) return Outcome::cut_off;
  examine_evex(work, vector);
  return read_tail(code, work, Action::vector);
}

void examine_legacy_vector(Work& work) {
  const std::uint8_t opcode = work.out.opcode;
  const std::uint8_t column = work.prefix.column();
  const Form form = kLegacyMaps[work.out.map - 1].at[column][opcode];
  work.level = form & kLevelBits;
  if (!operand_fits(work, form)) return work.undefined();
  if ((form & kByReg) != 0 && !legacy_reg_fits(work)) return work.undefined();
  if (work.out.map == 1) {
    if (opcode == 0x78 && column != 0) work.immediate = Immediate::i8_i8;
    work.implied_memory = opcode == 0xF7;  // maskmovq, maskmovdqu
    return;
  }
  if (work.out.map == 2) {
    if (opcode == 0x17) work.replaces = kAll;                                               // ptest
    if (opcode == 0xF6 && column != 0) work.reads = work.replaces = column == 1 ? kC : kO;  // adcx, adox
    return;
  }
  if (opcode >= 0x60 && opcode <= 0x63) work.replaces = kAll;  // pcmpestrm...
}

}  // namespace effk::icount
