// Instructions that fault, and where the program goes on after that.
#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {
namespace {

constexpr std::uint32_t kUnmapped = 0x2f0'0000;

void divide_by_zero(Scene& scene, Random& random) {
  const unsigned divisor = scene.roles.free_register(random);
  if (random.percent(50)) scene.code.put(mov_number(divisor, 0));
  scene.instructions(random, 2, 1U << divisor);
  const unsigned divide = random.percent(50) ? 0xf0 : 0xf8;
  scene.code.put({(random.percent(50) ? 0x48U : 0x40U) | divisor >> 3, random.percent(20) ? 0xf6U : 0xf7U,
                  divide | (divisor & 7)});
}

// A load, a store or one of each, of memory that is not there.
void access(Scene& scene, Random& random) {
  const Operand operand = operand_at(
      random, scene.roles, random.percent(50) ? kArenaEnd - random.below(8) : kUnmapped + random.below(64));
  const unsigned reg = scene.roles.free_register(random);
  static constexpr unsigned kOpcodes[] = {0x8b, 0x89, 0x03, 0x01, 0x3b, 0x39, 0x11, 0x29, 0x87, 0x85};
  if (random.percent(25))
    return scene.put({}, random.percent(50), {0x81}, random.below(8), operand, random.below(999), 4);
  if (random.percent(20))
    return scene.put({}, random.percent(50), {0xff}, random.percent(50) ? 2 : 4, operand);
  scene.put({}, random.percent(70), {random.one_of(kOpcodes)}, reg, operand);
}

// To where nothing is, or nothing that can be executed.
void jump_nowhere(Scene& scene, Random& random) {
  const unsigned through = scene.roles.free_register(random);
  static constexpr std::uint32_t kTargets[] = {kUnmapped, kArenaMiddle, kVariables + 0x10};
  const std::uint32_t target = random.one_of(kTargets) + random.below(64);
  if (random.percent(40)) {  // jmp or call, directly
    scene.code.put(Code{0xe8 | random.below(2)}.add32(target - (scene.code.here() + 5)));
  } else {
    scene.code.put(mov_number(through, target));
    scene.code.put({0x40 | through >> 3, 0xff, (random.percent(50) ? 0xe0U : 0xd0U) | (through & 7)});
  }
}

// Where the stack ends.
void use_stack(Scene& scene, Random& random) {
  if (!scene.program.alternate_stack) return;
  const bool reads = random.percent(40);
  scene.code.put(mov_number(rsp, reads ? kStack + kStackBytes : kStack));
  switch (random.below(4)) {
    case 0:
      scene.code.put(reads ? Code{0xc3} : push(random.below(16)));
      break;
    case 1:
      if (reads) {
        scene.code.put({0xc2, 8, 0});
      } else {
        scene.code.put_relative32({0xe8}, scene.exit);
      }
      break;
    case 2:
      if (reads) {
        scene.code.put({0x9d});
      } else {
        scene.put_indirect(random, 2, scene.exit);
      }
      break;
    default:
      scene.code.put(reads ? pop(scene.roles.free_register(random)) : Code{0x9c});
  }
}

}  // namespace

void set_resume(Scene& scene, Random& random) {
  scene.code.put_address32(absolute({0x48, 0xc7}, 0, kResume), scene.label_ahead(random));
  scene.code.put(store_to(kResumeRsp, rsp));
}

void write_fault(Scene& scene, Random& random) {
  scene.define_flags();
  scene.instructions(random, 4);
  switch (random.below(6)) {
    case 0:
      divide_by_zero(scene, random);
      break;
    case 1:
      scene.code.put({0x0f, 0x0b});  // ud2
      break;
    case 2:
      jump_nowhere(scene, random);
      break;
    case 3:
      use_stack(scene, random);
      break;
    default:
      access(scene, random);
  }
  scene.code.cut();
  scene.define_flags();
}

}  // namespace effk::icount::fuzz
