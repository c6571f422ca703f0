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

void examine_group8(Work& work) {
  if (work.reg() < 4) return work.undefined();
  if (work.reg() > 4) work.form |= kLock;
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
    case Action::group8:
      return examine_group8(work);
    default:
      return examine_system(work, action);
  }
}

}  // namespace effk::icount
