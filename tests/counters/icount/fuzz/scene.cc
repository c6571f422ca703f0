#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {

void Scene::instruction(Random& random, std::uint32_t kept) {
  const RandomInstruction* one = nullptr;
  do one = &program.instructions[random.below(program.instructions.size())];
  while ((one->writes & kept) != 0 || (one->below_stack && !program.alternate_stack));
  if ((one->reads_flags & undefined_) != 0) define_flags();
  Code bytes = one->code;
  if (one->displacement_at != 0) {
    const std::uint32_t distance = one->target - (code.here() + bytes.size);
    for (unsigned i = 0; i < 4; ++i)
      bytes.bytes[one->displacement_at + i] = static_cast<std::uint8_t>(distance >> (8 * i));
  }
  code.put(bytes);
  undefined_ = (undefined_ & ~one->defines_flags) | one->undefines_flags;
  code.set_undefined(undefined_);
}

void Scene::instructions(Random& random, int most, std::uint32_t kept) {
  for (int i = random.between(0, most); i > 0; --i) instruction(random, kept);
}

void Scene::define_flags() {
  if (undefined_ == 0) return;
  switch (defined_++ % 3) {
    case 0:
      code.put({0x38, 0xc8});  // cmp al, cl
      break;
    case 1:
      code.put({0x48, 0x39, 0xd0});  // cmp rax, rdx
      break;
    default:
      code.put(absolute({0x3b}, rcx, kArenaMiddle));  // cmp ecx, [...]
  }
  flags_are_defined();
}

void Scene::put(const Code& prefixes, bool wide, std::initializer_list<unsigned> opcode, unsigned reg,
                const Operand& operand, std::uint64_t immediate, unsigned immediate_bytes) {
  Code whole{};
  operand.add_prefixes(whole);
  whole.add(prefixes.bytes, prefixes.size);
  const unsigned rex = operand.rex() | (wide ? 8U : 0U) | reg >> 3 << 2;
  if (rex != 0) whole.add8(0x40 | rex);
  for (const unsigned byte : opcode) whole.add8(byte);
  const unsigned size =
      whole.size + 1 + (operand.has_sib ? 1 : 0) + operand.displacement_bytes + immediate_bytes;
  operand.add(whole, reg, code.here() + size);
  code.put(whole.add_number(immediate, immediate_bytes));
}

void Scene::put_indirect_at(Random& random, unsigned reg, std::uint32_t cell) {
  put({}, random.percent(10), {0xff}, reg, operand_at(random, roles, cell));
}

void Scene::put_indirect(Random& random, unsigned reg, Label target) {
  if (random.percent(70)) return put_indirect_at(random, reg, program.new_cell(target));
  const unsigned through = roles.free_register(random);
  code.put_address32({0x40 | through >> 3, 0xb8 | (through & 7)}, target);
  code.put(Code{0x40 | through >> 3, 0xff, 0xc0 | reg << 3 | (through & 7)});
}

}  // namespace effk::icount::fuzz
