// Instructions that the runtime does in the program's place, because what they tell depends on the machine,
// or because they would tell where icount is.
#include "harness/counters/icount/cpu_identity.h"
#include "harness/counters/icount/extended_state.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/translator.h"
#include "harness/counters/icount/virtual_world.h"

namespace effk::icount {
namespace {

constexpr int kIllegalOpcode = 2;  // ILL_ILLOPN
constexpr int kFromKernel = 0x80;  // SI_KERNEL
constexpr std::uint64_t kAllFlags = kStatusFlags;

void set_low(std::uint64_t& to, std::uint64_t value) {
  to = value & 0xffffffff;
}

void do_cpuid(Hidden& hidden) {
  std::uint64_t* const r = hidden.registers;
  const CpuidAnswer answer = cpuid(hidden.options.baseline, static_cast<std::uint32_t>(r[kRax]),
                                   static_cast<std::uint32_t>(r[kRcx]));
  set_low(r[kRax], answer.eax);
  set_low(r[kRbx], answer.ebx);
  set_low(r[kRcx], answer.ecx);
  set_low(r[kRdx], answer.edx);
}

void do_rdtsc(Hidden& hidden) {
  std::uint64_t cycles = 0;
  if (hidden.options.virtual_time) {
    cycles = virtual_cycles(hidden);
  } else {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
    cycles = low | std::uint64_t{high} << 32;
  }
  set_low(hidden.registers[kRax], cycles);
  set_low(hidden.registers[kRdx], cycles >> 32);
}

void do_random(Hidden& hidden, const Instruction& instruction) {
  const std::uint64_t number = next_random(hidden);
  std::uint64_t& to = hidden.registers[instruction.register_operand];
  if (instruction.operand_bytes == 8) {
    to = number;
  } else if (instruction.operand_bytes == 4) {
    set_low(to, number);
  } else {
    to = (to & ~std::uint64_t{0xffff}) | (number & 0xffff);
  }
  hidden.flags = (hidden.flags & ~kAllFlags) | kCarry;
}

// Tells and keeps a number; the GS base itself is icount's. rdgsbase is /1, wrgsbase /3.
void do_gs_base(Hidden& hidden, const Instruction& instruction) {
  std::uint64_t& with = hidden.registers[instruction.register_operand];
  const bool writes = (instruction.modrm >> 3 & 7u) == 3;
  const bool wide = instruction.operand_bytes == 8;
  if (writes) {
    hidden.gs_base = wide ? with : with & 0xffffffff;
  } else {
    with = wide ? hidden.gs_base : hidden.gs_base & 0xffffffff;
  }
}

// Where the program stands when a trap is told to it: behind the instruction.
void trap(Hidden& hidden, const Instruction& instruction, const std::uint8_t* bytes) {
  const std::uint8_t opcode = bytes[instruction.opcode_at];
  if (opcode == 0xcc || opcode == 0xf1) {
    hidden.pc += instruction.length;
    raise_fault(hidden, kSigTrap, kFromKernel, 0);
    hidden.signals.fault_trap = 3;
    return;
  }
  raise_fault(hidden, kSigSegv, kFromKernel, 0);  // int n: a program may not
}

}  // namespace

void do_instruction(Hidden& hidden) {
  const Instruction* const found = decode_at(hidden, hidden.pc);
  if (found == nullptr) {
    // It begins where the program may execute and ends where it may not.
    const std::uint64_t bytes = hidden.space.executable(hidden.pc, 15);
    raise_fault(hidden, kSigSegv, 1, hidden.pc + bytes);
    return;
  }
  const Instruction instruction = *found;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(hidden.pc);
  switch (instruction.special) {
    case Special::syscall:
      ++hidden.slot.instructions;
      hidden.system_call_at = hidden.pc;
      hidden.pc += instruction.length;
      hidden.registers[kRcx] = hidden.pc;
      hidden.registers[11] = hidden.flags;
      do_system_call(hidden);
      return;
    case Special::cpuid:
      do_cpuid(hidden);
      break;
    case Special::xgetbv:
      if (static_cast<std::uint32_t>(hidden.registers[kRcx]) != 0) {
        raise_fault(hidden, kSigSegv, kFromKernel, 0);
        return;
      }
      set_low(hidden.registers[kRax], extended_features(hidden.options.baseline));
      set_low(hidden.registers[kRdx], extended_features(hidden.options.baseline) >> 32);
      break;
    case Special::rdtsc:
      do_rdtsc(hidden);
      break;
    case Special::rdtscp:
      do_rdtsc(hidden);
      set_low(hidden.registers[kRcx], 0);
      break;
    case Special::rdrand:
    case Special::rdseed:
      if (hidden.options.baseline != Baseline::host && !hidden.options.virtual_time) {
        raise_fault(hidden, kSigIll, kIllegalOpcode, hidden.pc);
        return;
      }
      do_random(hidden, instruction);
      break;
    case Special::interrupt:
      trap(hidden, instruction, bytes);
      return;
    case Special::gs_base:
      do_gs_base(hidden, instruction);
      break;
    case Special::segment_load:
      refuse(hidden, "the program loads a segment register, at", hidden.pc);
    case Special::far_transfer:
      refuse(hidden, "the program changes its code segment, at", hidden.pc);
    case Special::none:
      if (instruction.gs_relative) refuse(hidden, "the program uses the GS segment, at", hidden.pc);
      if (moves_extended_state(hidden, instruction)) {
        if (!move_extended_state(hidden, instruction)) {
          raise_fault(hidden, kSigSegv, kFromKernel, 0);
          return;
        }
        break;
      }
      if (instruction.repeat != Repeat::none)
        refuse(hidden, "a string instruction with 32-bit addresses, at", hidden.pc);
      // A branch to where nothing is executed: the fault comes at its target.
      raise_fault(hidden, kSigSegv, 1, hidden.pc);
      return;
    default:
      raise_fault(hidden, kSigIll, kIllegalOpcode, hidden.pc);
      return;
  }
  ++hidden.slot.instructions;
  hidden.pc += instruction.length;
}

}  // namespace effk::icount
