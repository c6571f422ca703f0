// Opcodes of the legacy maps: turns the entry of a table into what the instruction does.
#include "harness/counters/icount/decoder_work.h"

namespace effk::icount {
namespace {

// /0 to /7: add, or, adc, sbb, and, sub, xor, cmp.
void examine_arithmetic(Work& work) {
  const std::uint8_t operation = work.reg();
  if (operation != 7) work.form |= kLock;
  if (operation == 2 || operation == 3) work.reads = kC;
}

void examine_string(Work& work, bool compares) {
  const std::uint8_t opcode = work.out.opcode;
  // ins, stos and scas know only ES:rDI.
  const bool source = opcode != 0x6C && opcode != 0x6D && opcode != 0xAA && opcode != 0xAB && opcode < 0xAE;
  work.implied_memory = source;
  if (work.prefix.repeat == 0) return;
  // F2 means the same as F3 to those that do not compare.
  if (!compares) {
    work.out.repeat = Repeat::rep;
    return;
  }
  work.out.repeat = work.prefix.repeat == 0xF3 ? Repeat::repe : Repeat::repne;
  work.replaces = 0;  // with rcx = 0 they compare nothing
}

void examine_mov_immediate(Work& work) {
  if (work.reg() == 0) return;
  if (work.out.modrm != 0xF8) return work.undefined();
  // xabort, xbegin
  if (work.out.opcode == 0xC7 && !work.prefix.operand) work.immediate = Immediate::i32;
  work.reads = kAll;
  work.special(Special::transaction);
}

void examine_bit_scan(Work& work) {
  if (work.prefix.repeat != 0xF3) return;
  work.level = kV3;  // tzcnt, lzcnt
  work.replaces = kC | kZ;
}

void examine_control_register(Work& work) {
  work.memory = false;  // whatever ModRM.mod says
  const unsigned number = work.reg() | (work.prefix.rex & 4U) << 1;
  const bool control = (work.out.opcode & 1) == 0;
  const bool exists = control ? number == 0 || (number >= 2 && number <= 4) || number == 8 : number < 8;
  if (!exists) work.undefined();
}

Flow flow_of(Action action) {
  switch (action) {
    case Action::jump:
      return Flow::jump;
    case Action::branch:
      return Flow::branch;
    case Action::call:
      return Flow::call;
    default:
      return Flow::ret;
  }
}

}  // namespace

void examine(Work& work, const Entry& entry) {
  switch (entry.action) {
    case Action::plain:
      return;
    case Action::invalid:
      return work.undefined();
    case Action::jump:
    case Action::branch:
    case Action::call:
    case Action::ret:
      work.out.flow = flow_of(entry.action);
      return;
    case Action::syscall:
      return work.special(Special::syscall);
    case Action::interrupt:
      return work.special(Special::interrupt);
    case Action::cpuid:
      return work.special(Special::cpuid);
    case Action::rdtsc:
      return work.special(Special::rdtsc);
    case Action::not_reproducible:
      return work.special(Special::not_reproducible);
    case Action::segment_pop:
      return work.special(Special::segment_load);
    case Action::segment_far_pointer:
      return work.memory ? work.special(Special::segment_load) : work.undefined();
    case Action::far_transfer:
      return work.special(Special::far_transfer);
    case Action::always_undefined:
      return work.undefined();
    case Action::beyond:
    case Action::threednow:
      work.level = kHost;
      return;
    case Action::getsec:
      work.level = work.prefix.column() == 0 ? kHost : kInvalid;
      return;
    case Action::arithmetic:
      return examine_arithmetic(work);
    case Action::shift:  // their flags depend on the immediate
    case Action::shift_double:
      return;
    case Action::pop_rm:
      return work.reg() == 0 ? void() : work.undefined();
    case Action::mov_from_segment:
      return work.reg() < 6 ? void() : work.undefined();
    case Action::mov_to_segment:
      if (work.reg() == 1 || work.reg() > 5) return work.undefined();
      return work.special(Special::segment_load);
    case Action::lea:
      work.address_only = true;
      return work.memory ? void() : work.undefined();
    case Action::string:
      return examine_string(work, false);
    case Action::string_compare:
      return examine_string(work, true);
    case Action::xlat:
      work.implied_memory = true;
      return;
    case Action::lahf:
      work.level = kV2;
      return;
    case Action::mov_immediate:
      return examine_mov_immediate(work);
    case Action::control_register:
      return examine_control_register(work);
    case Action::bit_scan:
      return examine_bit_scan(work);
    case Action::popcnt:
      if (work.prefix.repeat != 0xF3) return work.undefined();
      work.level = kV2;
      return;
    case Action::vector:
      return examine_legacy_vector(work);
    default:
      return examine_group(work, entry.action);
  }
}

}  // namespace effk::icount
