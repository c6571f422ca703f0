// Opcodes that ModRM extends and that mostly belong to the operating system or to one maker.
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

void not_reproducible(Work& work) {
  work.reads = kAll;
  work.special(Special::not_reproducible);
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
      return not_reproducible(work);
  }
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
      if (column == 0) return not_reproducible(work);
      work.level = column == 2 ? kHost : kInvalid;
      return;
    case 0xFB:  // mwaitx
      return column == 0 ? not_reproducible(work) : work.undefined();
    case 0xFD:  // rdpru; rmpquery
      return not_reproducible(work);
    case 0xFC:  // clzero
      work.level = kHost;
      return;
    case 0xFE:  // invlpgb, tlbsync; rmpadjust, rmpupdate, psmash, pvalidate
    case 0xFF:
      work.level = column == 1 ? kInvalid : kHost;
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
  if (work.memory || work.rm() != 0 || (known >> work.reg() & 1) == 0) return work.undefined();
  const bool alone = work.out.opcode == 0xA7 && work.reg() == 0;  // xstore needs no rep
  const bool repeated = work.prefix.repeat == 0xF3;
  if (!repeated && !(alone && work.prefix.repeat == 0)) return work.undefined();
  work.level = kHost;
}

void examine_group9_register(Work& work) {
  const std::uint8_t column = work.prefix.column();
  if (work.reg() < 6 || column == 3) return work.undefined();
  if (column != 2) {
    work.out.register_operand = work.rm_register();
    work.replaces = kAll;
    return work.special(work.reg() == 6 ? Special::rdrand : Special::rdseed);
  }
  if (work.reg() == 7) return not_reproducible(work);  // rdpid
  work.level = kHost;                                  // senduipi
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

void examine_system(Work& work, Action action) {
  switch (action) {
    case Action::group6:
      return examine_group6(work);
    case Action::group7:
      return examine_group7(work);
    case Action::padlock:
      return examine_padlock(work);
    case Action::group9:
      return examine_group9(work);
    default:
      return examine_group15(work);
  }
}

}  // namespace effk::icount
