// Calls, returns and jumps whose target is not in the instruction.
#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {
namespace {

constexpr unsigned kJump = 4, kCall = 2;

void call_routine(Scene& scene, Random& random) {
  if (scene.first_callable >= scene.routines.size()) return;
  const Routine& routine =
      scene.routines[scene.first_callable + random.below(scene.routines.size() - scene.first_callable)];
  scene.define_flags();
  for (unsigned i = 0; i < routine.arguments; ++i) scene.code.put(push(random.below(16)));
  if (random.percent(50)) {
    scene.code.put_relative32({0xe8}, routine.entry);
  } else {
    scene.put_indirect(random, kCall, routine.entry);
  }
  scene.code.cut();
}

// call to the next instruction, which takes the return address.
void call_next(Scene& scene, Random& random) {
  const Label next = scene.code.new_label();
  scene.define_flags();
  if (random.percent(60)) {
    scene.code.put_relative32({0xe8}, next);
  } else {
    scene.put_indirect(random, kCall, next);
  }
  scene.code.cut();
  scene.code.bind(next);
  scene.code.put(pop(scene.roles.free_register(random)));
}

// ret as a jump.
void jump_by_return(Scene& scene, Random& random) {
  scene.define_flags();
  const Label target = scene.label_ahead(random);
  if (random.percent(50)) {
    scene.code.put_address32({0x68}, target);  // push imm32
  } else {
    scene.put({}, false, {0xff}, 6, operand_at(random, scene.roles, scene.program.new_cell(target)));
  }
  if (random.percent(20))
    scene.code.put({0xf3, 0xc3});
  else
    scene.code.put({0xc3});
  scene.code.cut();
}

// A table of targets ahead, by the lowest bits of a register.
void jump_through_table(Scene& scene, Random& random) {
  CodeWriter& code = scene.code;
  const unsigned bits = 1 + random.below(3);
  const std::uint32_t table = scene.program.next_cell();
  for (unsigned i = 0; i < 1U << bits; ++i) scene.program.new_cell(scene.label_ahead(random));
  const unsigned selector = scene.roles.free_register(random);
  scene.define_flags();
  code.put({0x40 | selector >> 3, 0x83, 0xe0 | (selector & 7), (1U << bits) - 1});  // and selector, mask
  Operand operand;
  operand.has_sib = true;
  operand.modrm = 4;
  operand.x = selector > 7;
  operand.sib = static_cast<std::uint8_t>(0xc0 | (selector & 7) << 3 | 5);
  operand.displacement_bytes = 4;
  operand.displacement = table;
  if (random.percent(60)) {
    scene.put({}, false, {0xff}, kJump, operand);
  } else {
    const unsigned through = scene.roles.free_register(random);
    scene.put({}, true, {0x8b}, through, operand);
    code.put({0x40 | through >> 3, 0xff, 0xe0 | (through & 7)});
  }
  code.cut();
}

}  // namespace

void write_calls(Scene& scene, Random& random) {
  switch (random.below(8)) {
    case 0:
      return call_next(scene, random);
    case 1:
      return jump_by_return(scene, random);
    case 2:
      return jump_through_table(scene, random);
    case 3:
      scene.define_flags();
      scene.put_indirect(random, kJump, scene.label_ahead(random));
      return scene.code.cut();
    default:
      return call_routine(scene, random);
  }
}

void end_routine(Scene& scene, Random& random, unsigned arguments) {
  CodeWriter& code = scene.code;
  scene.define_flags();
  // This routine's places are no longer good to go on at.
  code.put_address32(absolute({0x48, 0xc7}, 0, kResume), scene.exit);
  code.put(store_number(kResumeRsp, kStackStart));
  scene.instructions(random, 3);
  scene.define_flags();
  if (random.percent(20)) {
    const unsigned through = scene.roles.free_register(random);
    code.put(pop(through));
    if (arguments > 0) code.put(lea(rsp, rsp, static_cast<std::int32_t>(8 * arguments)));
    code.put({0x40 | through >> 3, 0xff, 0xe0 | (through & 7)});  // jmp
  } else if (arguments > 0 || random.percent(10)) {
    code.put({0xc2, 8 * arguments, 0});
  } else {
    code.put({0xc3});
  }
  code.cut();
}

}  // namespace effk::icount::fuzz
