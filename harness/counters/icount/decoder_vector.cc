// The vector instructions: which encodings are valid, who has them, which flags they replace.
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

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

bool vex_fits(const Work& work, const VectorPrefix& vector, Form form) {
  if ((form & kL0) != 0 && vector.long_vector) return false;
  if ((form & kL1) != 0 && !vector.long_vector) return false;
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

}  // namespace

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

void examine_vex(Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  const Form form = kVexMaps[vector.map - 1].at[vector.column][opcode];
  work.level = form & kLevelBits;
  if (!vex_fits(work, vector, form)) return work.undefined();
  if ((form & kByReg) != 0 && !vex_reg_fits(work, vector)) return work.undefined();
  work.needs_sib = (form & kVsib) != 0;
  work.implied_memory = vector.map == 1 && opcode == 0xF7;  // vmaskmovdqu
  work.replaces = vex_flags(work, vector);
}

void examine_xop(Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  const Form form = kXopMaps[vector.map - 8].at[opcode];
  work.level = form & kLevelBits;
  if (vector.column != 0 || !vex_fits(work, vector, form)) return work.undefined();
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

void examine_evex(Work& work, const VectorPrefix& vector) {
  const std::uint8_t opcode = work.out.opcode;
  work.level = kHost;
  const bool compares = (vector.map == 1 || vector.map == 5) && (opcode == 0x2E || opcode == 0x2F);
  if (compares) work.replaces = kAll;
}

}  // namespace effk::icount
