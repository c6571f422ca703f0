// Opcodes of the general registers that prefixes, ModRM or the immediate extend.
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

constexpr bool among(std::uint8_t index, unsigned mask) {
  return (mask >> index & 1) != 0;
}

// Valid encodings of D8..DF: those with a memory operand by ModRM.reg, those without by ModRM's low six bits.
constexpr std::uint8_t kX87Memory[8] = {0xFF, 0xFD, 0xFF, 0xAF, 0xFF, 0xDF, 0xFF, 0xFF};
constexpr std::uint64_t kX87Registers[8] = {
    0xFFFF'FFFF'FFFF'FFFF,  // D8
    0xFFFF'7F33'FF01'FFFF,  // D9
    0x0000'0200'FFFF'FFFF,  // DA
    0x00FF'FF1F'FFFF'FFFF,  // DB
    0xFFFF'FFFF'FFFF'FFFF,  // DC
    0x0000'FFFF'FFFF'FFFF,  // DD
    0xFFFF'FFFF'02FF'FFFF,  // DE
    0x00FF'FF01'FFFF'FFFF,  // DF
};

void examine_x87(Work& work) {
  const std::uint8_t group = work.out.opcode & 7;
  if (work.memory) {
    if (!among(work.reg(), kX87Memory[group])) return work.undefined();
    const bool fisttp = work.reg() == 1 && (group == 3 || group == 5 || group == 7);
    if (fisttp) work.level = kV2;
    return;
  }
  if ((kX87Registers[group] >> (work.out.modrm & 0x3F) & 1) == 0) return work.undefined();
  constexpr std::uint8_t kMoveReads[4] = {kC, kZ, kC | kZ, kP};
  const bool move = (group == 2 || group == 3) && work.reg() < 4;
  if (move) work.reads = kMoveReads[work.reg()];
  const bool compare = (group == 3 || group == 7) && (work.reg() == 5 || work.reg() == 6);
  if (compare) work.replaces = kC | kP | kZ;
}

void examine_unary(Work& work) {
  switch (work.reg()) {
    case 0:
    case 1:  // test
      work.immediate = (work.form & kByte) != 0 ? Immediate::i8 : Immediate::operand;
      work.replaces = kAll;
      return;
    case 2:  // not
      work.form |= kLock;
      return;
    case 3:  // neg
      work.form |= kLock;
      work.replaces = kAll;
      return;
    case 4:
    case 5:  // mul, imul
      work.replaces = kC | kO;
      return;
    default:  // div, idiv leave all flags undefined
      return;
  }
}

void examine_inc_dec(Work& work) {
  if (work.reg() > 1) return work.undefined();
  work.form |= kLock;
  work.replaces = kAll & ~kC;
}

void examine_group5(Work& work) {
  switch (work.reg()) {
    case 0:
    case 1:
      return examine_inc_dec(work);
    case 2:
    case 4:
      work.form |= kDefault64;
      work.out.flow = work.reg() == 2 ? Flow::call_indirect : Flow::jump_indirect;
      return;
    case 3:
    case 5:
      if (!work.memory) return work.undefined();
      work.reads = kAll;
      return work.special(Special::far_transfer);
    case 6:
      work.form |= kDefault64;
      return;
    default:
      return work.undefined();
  }
}

void examine_group6(Work& work) {
  switch (work.reg()) {
    case 2:
    case 3:  // lldt, ltr
      return;
    case 6:
      // lkgs, with F2.
      if (work.prefix.column() != 3) return work.undefined();
      work.level = kHost;
      return;
    case 7:
      return work.undefined();
    default:  // sldt, str, verr, verw
      work.reads = kAll;
      return work.special(Special::not_reproducible);
  }
}

void not_reproducible(Work& work) {
  work.reads = kAll;
  work.special(Special::not_reproducible);
}

// 0F 01 with a register form: ModRM is the whole opcode.
void examine_group7_register(Work& work) {
  const std::uint8_t column = work.prefix.column();
  switch (work.out.modrm) {
    case 0xC1:  // vmcall
    case 0xD4:  // vmfunc
    case 0xD7:  // enclu
    case 0xC0:  // enclv
      return column == 0 ? not_reproducible(work) : work.undefined();
    case 0xC2:  // vmlaunch, vmresume, vmxoff
    case 0xC3:
    case 0xC4:
    case 0xC5:  // pconfig
    case 0xCF:  // encls; with 66 seamcall
      if (column > (work.out.modrm == 0xCF ? 1 : 0)) return work.undefined();
      work.level = kHost;
      return;
    case 0xC6:  // wrmsrns; rdmsrlist, wrmsrlist
      if (column == 1) return work.undefined();
      work.level = kHost;
      return;
    case 0xC8:  // monitor, mwait
    case 0xC9:
      return column == 0 ? not_reproducible(work) : work.undefined();
    case 0xCA:  // clac, stac; erets, eretu
    case 0xCB:
      if (column == 1) return work.undefined();
      if (work.out.modrm == 0xCB && column != 0) return work.undefined();
      work.level = kHost;
      return;
    case 0xCC:  // tdcall, seamret, seamops
    case 0xCD:
    case 0xCE:
      if (column != 1) return work.undefined();
      return not_reproducible(work);
    case 0xD0:
      return column == 0 ? work.special(Special::xgetbv) : work.undefined();
    case 0xD1:  // xsetbv
      if (column != 0) return work.undefined();
      work.level = kV3;
      return;
    case 0xD5:
    case 0xD6:
      if (column != 0) return work.undefined();
      work.reads = kAll;
      return work.special(Special::transaction);
    case 0xD9:  // vmmcall; with F2 or F3 vmgexit
      return not_reproducible(work);
    case 0xD8:  // vmrun, vmload, vmsave, stgi, clgi, skinit, invlpga
    case 0xDA:
    case 0xDB:
    case 0xDC:
    case 0xDD:
    case 0xDE:
    case 0xDF:
      work.level = kHost;
      return;
    case 0xE8:  // serialize, setssbsy, xsusldtrk
      if (column == 1) return work.undefined();
      work.level = kHost;
      return;
    case 0xE9:  // xresldtrk
      if (column != 3) return work.undefined();
      work.level = kHost;
      return;
    case 0xEA:  // saveprevssp
    case 0xEC:  // uiret
    case 0xED:  // testui
      if (column != 2) return work.undefined();
      work.level = kHost;
      return;
    case 0xEE:  // rdpkru, wrpkru; clui, stui
    case 0xEF:
      if (column == 0) return work.special(Special::protection_keys);
      if (column != 2) return work.undefined();
      work.level = kHost;
      return;
    case 0xF8:  // swapgs
      return;
    case 0xF9:
      return work.special(Special::rdtscp);
    case 0xFA:  // monitorx; mcommit
      if (column != 2) return not_reproducible(work);
      work.level = kHost;
      return;
    case 0xFB:  // mwaitx
      return not_reproducible(work);
    case 0xFD:  // rdpru; rmpquery
      return not_reproducible(work);
    case 0xFC:  // clzero
    case 0xFE:  // invlpgb, tlbsync; rmpadjust, rmpupdate, psmash, pvalidate
    case 0xFF:
      work.level = kHost;
      return;
    default:
      return work.undefined();
  }
}

void examine_group7(Work& work) {
  if (work.reg() == 4) return not_reproducible(work);  // smsw
  if (work.reg() == 6) return;                         // lmsw
  if (!work.memory) return examine_group7_register(work);
  switch (work.reg()) {
    case 0:  // sgdt, sidt
    case 1:
      return not_reproducible(work);
    case 5:  // rstorssp
      if (work.prefix.column() != 2) return work.undefined();
      work.level = kHost;
      return;
    default:  // lgdt, lidt, invlpg
      return;
  }
}

void examine_padlock(Work& work) {
  const unsigned known = work.out.opcode == 0xA6 ? 0x07 : 0x3F;
  if (work.memory || work.rm() != 0 || !among(work.reg(), known)) return work.undefined();
  const bool xstore = work.out.opcode == 0xA7 && work.reg() == 0;
  if (work.prefix.repeat != 0xF3 && !xstore) return work.undefined();
  work.level = kHost;
}

void examine_group8(Work& work) {
  if (work.reg() < 4) return work.undefined();
  if (work.reg() > 4) work.form |= kLock;
}

void examine_group9_register(Work& work) {
  const std::uint8_t column = work.prefix.column();
  if (work.reg() < 6 || column == 3) return work.undefined();
  if (column != 2) {
    work.out.register_operand = work.rm_register();
    work.replaces = kAll;
    return work.special(work.reg() == 6 ? Special::rdrand : Special::rdseed);
  }
  if (work.reg() == 7) return work.special(Special::not_reproducible);  // rdpid
  work.level = kHost;                                                   // senduipi
}

void examine_group9(Work& work) {
  if (!work.memory) return examine_group9_register(work);
  const std::uint8_t column = work.prefix.column();
  switch (work.reg()) {
    case 1:  // cmpxchg8b, cmpxchg16b
      work.form |= kLock;
      work.replaces = kZ;
      if (work.prefix.wide()) work.level = kV2;
      return;
    case 3:  // xrstors, xsavec, xsaves, vmptrst
    case 4:
    case 5:
    case 7:
      if (column != 0) return work.undefined();
      work.level = kHost;
      return;
    case 6:  // vmptrld, vmclear, vmxon
      if (column == 3) return work.undefined();
      work.level = kHost;
      return;
    default:
      return work.undefined();
  }
}

void examine_group15_memory(Work& work) {
  switch (work.prefix.column()) {
    case 0:
      // fxsave, fxrstor, ldmxcsr, stmxcsr, clflush; xsave, xrstor, xsaveopt
      if (work.reg() >= 4 && work.reg() != 7) work.level = kV3;
      return;
    case 1:  // clwb, clflushopt
      if (work.reg() < 6) return work.undefined();
      break;
    case 2:  // ptwrite, clrssbsy
      if (work.reg() != 4 && work.reg() != 6) return work.undefined();
      break;
    default:
      return work.undefined();
  }
  work.level = kHost;
}

void examine_group15(Work& work) {
  if (work.memory) return examine_group15_memory(work);
  const std::uint8_t column = work.prefix.column();
  if (work.reg() == 6 && column != 0) return not_reproducible(work);  // tpause, umonitor, umwait
  if (column == 0) {
    if (work.reg() < 5) work.undefined();  // else lfence, mfence, sfence
    return;
  }
  if (column != 2 || work.reg() > 5) return work.undefined();
  if (work.reg() > 3) {  // ptwrite, incssp
    work.level = kHost;
    return;
  }
  work.out.register_operand = work.rm_register();
  if ((work.reg() & 1) != 0) work.special(Special::gs_base);
}

}  // namespace

void examine_group(Work& work, Action action) {
  switch (action) {
    case Action::x87:
      return examine_x87(work);
    case Action::unary:
      return examine_unary(work);
    case Action::inc_dec:
      return examine_inc_dec(work);
    case Action::group5:
      return examine_group5(work);
    case Action::group6:
      return examine_group6(work);
    case Action::group7:
      return examine_group7(work);
    case Action::padlock:
      return examine_padlock(work);
    case Action::group8:
      return examine_group8(work);
    case Action::group9:
      return examine_group9(work);
    default:
      return examine_group15(work);
  }
}

}  // namespace effk::icount
