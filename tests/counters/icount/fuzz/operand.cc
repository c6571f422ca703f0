#include "tests/counters/icount/fuzz/operand.h"

#include "tests/counters/icount/fuzz/assembler.h"
#include "tests/counters/icount/fuzz/places.h"

namespace effk::icount::fuzz {
namespace {

void set_base(Operand& operand, unsigned base) {
  operand.b = base > 7;
  operand.modrm = static_cast<std::uint8_t>(operand.modrm | (base & 7));
  if ((base & 7) == 4) {
    operand.has_sib = true;
    operand.sib = 0x24;
  }
}

void set_index(Operand& operand, unsigned base, unsigned index, unsigned scale) {
  operand.b = base > 7;
  operand.x = index > 7;
  operand.has_sib = true;
  operand.modrm |= 4;
  operand.sib = static_cast<std::uint8_t>(scale << 6 | (index & 7) << 3 | (base & 7));
}

constexpr unsigned kNoBase = 5;  // in a SIB byte, with mod 0

}  // namespace

Roles::Roles(Random& random) {
  std::uint32_t taken = 1U << rsp;
  const auto take = [&](std::uint32_t allowed) {
    unsigned r = 0;
    do r = random.below(16);
    while ((allowed >> r & 1) == 0 || (taken >> r & 1) != 0);
    taken |= 1U << r;
    return r;
  };
  // rax, rcx and rdx stay free: many instructions have no choice. The code writer's lea has no SIB byte.
  counter = take(0xef20);
  fuel = take(0xff28);
  index = take(0xffe8);
  for (std::size_t i = 0; i < 3; ++i) {
    pointers[i] = take(0xffe8);
    pointer_values[i] = kArenaMiddle + 64 * static_cast<std::uint32_t>(random.between(-24, 24));
  }
  index_value = 8 * random.below(32);
}

std::uint32_t Roles::fixed() const {
  std::uint32_t all = 1U << rsp | 1U << index | 1U << fuel | 1U << counter;
  for (const unsigned r : pointers) all |= 1U << r;
  return all;
}

unsigned Roles::free_register(Random& random) const {
  unsigned r = 0;
  do r = random.below(16);
  while (!is_free(r));
  return r;
}

unsigned Roles::free_low_register(Random& random) const {
  unsigned r = 0;
  do r = random.below(8);
  while (!is_free(r));
  return r;
}

void Operand::add(Code& code, unsigned reg, std::uint32_t next) const {
  code.add8(modrm | (reg & 7) << 3);
  if (has_sib) code.add8(sib);
  code.add_number(rip_relative ? target - next : displacement, displacement_bytes);
}

Operand operand_at(Random& random, const Roles& roles, std::uint32_t address) {
  Operand operand;
  operand.narrow = random.percent(8);
  operand.through_fs = random.percent(12);
  if (operand.through_fs) address -= kFsBase;
  operand.displacement_bytes = 4;
  const unsigned which = random.below(3);
  const unsigned scale = random.below(4);
  const std::uint32_t indexed = roles.index_value << scale;
  // An address below 0 is no address of 32 bits.
  const bool wraps = operand.through_fs && address >> 31 != 0;
  if (wraps) operand.narrow = false;
  switch (random.below(5)) {
    case 0:
      operand.rip_relative = true;
      operand.modrm = 5;
      operand.target = address;
      break;
    case 1:
      set_index(operand, kNoBase, 4, 0);
      operand.displacement = address;
      break;
    case 2:
      set_index(operand, kNoBase, roles.index, scale);
      operand.displacement = address - indexed;
      break;
    case 3:
      operand.modrm = 0x80;
      set_base(operand, roles.pointers[which]);
      operand.displacement = address - roles.pointer_values[which];
      break;
    default:
      operand.modrm = 0x80;
      set_index(operand, roles.pointers[which], roles.index, scale);
      operand.displacement = address - roles.pointer_values[which] - indexed;
  }
  return operand;
}

Operand random_operand(Random& random, const Roles& roles) {
  const std::uint32_t address = kArenaMiddle + 8 * static_cast<std::uint32_t>(random.between(-800, 800));
  Operand operand = operand_at(random, roles, random.percent(60) ? address : address + random.below(64));
  if (operand.modrm >> 6 == 2 && !operand.through_fs && random.percent(60)) {
    operand.modrm = static_cast<std::uint8_t>((operand.modrm & 7) | 0x40);
    operand.displacement_bytes = 1;
    operand.displacement = static_cast<std::uint32_t>(random.between(-16, 15)) * 8;
    const unsigned low = operand.has_sib ? operand.sib & 7U : operand.modrm & 7U;
    if (low != 5 && random.percent(20)) {
      operand.modrm &= 7;
      operand.displacement_bytes = 0;
    }
  } else if (!operand.narrow && random.percent(3)) {
    operand.through_fs = false;  // below the stack: where nothing may come to lie behind the program's back
    operand.rip_relative = operand.x = operand.b = false;
    operand.modrm = 0x44;
    operand.has_sib = true;
    operand.sib = 0x24;
    operand.displacement_bytes = 1;
    operand.displacement = static_cast<std::uint32_t>(-8 * random.between(8, 15));
  }
  return operand;
}

}  // namespace effk::icount::fuzz
