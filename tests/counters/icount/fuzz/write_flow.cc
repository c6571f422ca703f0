// Branches of every kind, forward and back, and loops.
#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {
namespace {

constexpr std::uint32_t kRcx = 1U << rcx;

// Over a few instructions, with 8 bits of distance: any condition, loop and jrcxz too.
void skip(Scene& scene, Random& random, std::uint32_t kept = 0) {
  scene.define_flags();
  const Label behind = scene.code.new_label();
  const unsigned kind = (kept & kRcx) == 0 ? random.below(20) : random.below(16);
  const bool narrow = random.percent(30);
  if (kind < 16) {
    scene.code.put_relative8({0x70 | kind}, behind);
  } else if (narrow) {
    scene.code.put_relative8({0x67, 0xe0 | (kind - 16)}, behind);  // with ecx
  } else {
    scene.code.put_relative8({0xe0 | (kind - 16)}, behind);
  }
  scene.code.cut();
  scene.instructions(random, 5, kept);
  scene.define_flags();
  scene.code.bind(behind);
}

void branch_ahead(Scene& scene, Random& random) {
  scene.define_flags();
  if (random.percent(10)) {
    scene.code.put_relative32({0xe9}, scene.label_ahead(random));
  } else {
    scene.code.put_relative32({0x0f, 0x80 | random.below(16)}, scene.label_ahead(random));
  }
  scene.code.cut();
}

// Back, as long as there is fuel; no flag is touched on the way.
void branch_back(Scene& scene, Random& random) {
  CodeWriter& code = scene.code;
  scene.define_flags();
  const Label out = code.new_label();
  code.put(store_to(kSavedRcx, rcx));
  code.put(mov(rcx, scene.roles.fuel));
  code.put_relative8({0xe3}, out);  // jrcxz
  code.cut();
  code.put(lea(scene.roles.fuel, scene.roles.fuel, -1));
  code.put(load_from(rcx, kSavedRcx));
  const Label target = scene.label_behind(random);
  switch (random.below(4)) {
    case 0:
      code.put_relative32({0xe9}, target);
      break;
    case 1:
      scene.put_indirect(random, 4, target);
      break;
    default:
      code.put_relative32({0x0f, 0x80 | random.below(16)}, target);
  }
  code.cut();
  code.bind(out);
  code.put(load_from(rcx, kSavedRcx));
}

// A block that leads to itself, counted in rcx.
void loop_instruction(Scene& scene, Random& random, unsigned times) {
  CodeWriter& code = scene.code;
  const Label start = code.new_label();
  scene.define_flags();
  code.put(mov_number(rcx, times));
  code.bind(start);
  scene.instructions(random, 5, kRcx);
  scene.define_flags();
  code.put_relative8({0xe0 | random.below(3)}, start);  // loopne, loope, loop
  code.cut();
}

// The same, counted in any register, by an instruction that sets the flags of the branch.
void loop_branch(Scene& scene, Random& random, unsigned times) {
  CodeWriter& code = scene.code;
  const unsigned counter = scene.roles.free_register(random);
  const unsigned upper = counter >> 3;
  const Label start = code.new_label();
  scene.define_flags();
  code.put(mov_number(counter, times));
  code.bind(start);
  scene.instructions(random, random.percent(10) ? 70 : 6, 1U << counter);
  if (random.percent(30)) skip(scene, random, 1U << counter);
  const unsigned kind = random.below(3);
  if (kind == 0) {
    code.put({0x48 | upper, 0xff, 0xc8 | (counter & 7)});  // dec
  } else if (kind == 1) {
    code.put({0x48 | upper, 0x83, 0xe8 | (counter & 7), 1});  // sub
  } else {
    code.put({0x48 | upper, 0x83, 0xc0 | (counter & 7), 0xff});  // add -1
  }
  scene.flags_are_defined();
  code.put_relative32({0x0f, random.percent(50) ? 0x85U : 0x8fU}, start);  // not zero; greater
  code.cut();
}

}  // namespace

void write_flow(Scene& scene, Random& random) {
  const unsigned most = scene.program.options.is_short ? 8 : random.percent(4) ? 3000 : 40;
  const unsigned times = 1 + random.below(most);
  const unsigned kind = random.below(100);
  if (kind < 30) return skip(scene, random);
  if (kind < 55) return branch_ahead(scene, random);
  if (kind < 75) return branch_back(scene, random);
  if (kind < 85) return loop_instruction(scene, random, times);
  loop_branch(scene, random, times);
}

}  // namespace effk::icount::fuzz
