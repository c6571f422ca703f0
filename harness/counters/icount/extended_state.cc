#include "harness/counters/icount/extended_state.h"

#include "harness/counters/icount/guest_memory.h"

namespace effk::icount {
namespace {

constexpr std::uint8_t kXsave = 4, kXrstor = 5, kXsaveopt = 6;

// Where the memory operand lies: ModRM and SIB, tables 2-2 and 2-3 of the manual.
Address operand_address(const Hidden& hidden, const Instruction& instruction) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(hidden.pc);
  const std::uint64_t* const r = hidden.registers;
  std::int64_t displacement = 0;
  if (instruction.displacement_bytes == 1) {
    displacement = std::int64_t{bytes[instruction.displacement_at] ^ 0x80} - 0x80;
  } else if (instruction.displacement_bytes == 4) {
    std::int32_t value = 0;
    __builtin_memcpy(&value, bytes + instruction.displacement_at, 4);
    displacement = value;
  }
  auto address = static_cast<Address>(displacement);
  if (instruction.rip_relative) return address + hidden.pc + instruction.length;
  const unsigned mode = instruction.modrm >> 6;
  const unsigned low = instruction.modrm & 7u;
  const unsigned base_extension = (instruction.rex & 1u) << 3;
  if (low != 4) return address + r[low | base_extension];
  const unsigned sib = bytes[instruction.opcode_at + 3];  // after 0F, the opcode and ModRM
  const unsigned index = (sib >> 3 & 7u) | (instruction.rex & 2u) << 2;
  if (index != 4) address += r[index] << (sib >> 6);
  if ((sib & 7u) != 5 || mode != 0) address += r[(sib & 7u) | base_extension];
  return address;
}

}  // namespace

bool moves_extended_state(const Hidden& hidden, const Instruction& instruction) {
  if (hidden.options.baseline == Baseline::host) return false;
  const unsigned which = instruction.modrm >> 3 & 7u;
  return instruction.map == 1 && instruction.opcode == 0xae && instruction.has_modrm &&
         instruction.modrm < 0xc0 && instruction.special == Special::none &&
         (which == kXsave || which == kXrstor || which == kXsaveopt);
}

void save_extended_state(ExtendedState& state, std::uint64_t features) {
  __asm__ volatile("xsave64 %0" : "+m"(state) : "a"(features), "d"(0) : "memory");
}

void restore_extended_state(const ExtendedState& state, std::uint64_t features) {
  __asm__ volatile("xrstor64 %0" : : "m"(state), "a"(features), "d"(0) : "memory");
}

bool is_valid(const ExtendedState& state) {
  if ((state.header[0] & ~kExtendedFeatures) != 0) return false;
  for (int i = 1; i < 8; ++i) {
    if (state.header[i] != 0) return false;
  }
  std::uint32_t control = 0;
  __builtin_memcpy(&control, state.legacy + 24, 4);
  return (control & ~std::uint32_t{0xffff}) == 0;
}

bool move_extended_state(Hidden& hidden, const Instruction& instruction) {
  const Address address = operand_address(hidden, instruction);
  const std::uint64_t features = hidden.registers[kRax] & kExtendedFeatures;
  const bool restores = (instruction.modrm >> 3 & 7u) == kXrstor;
  // Without AVX the upper halves are not touched, and may not be there.
  const std::uint64_t bytes = (features & 4) != 0 ? sizeof(ExtendedState) : 576;
  if (address % 64 != 0 || !is_mapped(hidden, address, bytes, restores ? PROT_READ : PROT_WRITE))
    return false;
  auto& state = *reinterpret_cast<ExtendedState*>(address);
  if (!restores) {
    save_extended_state(state, features);
    return true;
  }
  if (!is_valid(state)) return false;
  restore_extended_state(state, features);
  return true;
}

}  // namespace effk::icount
