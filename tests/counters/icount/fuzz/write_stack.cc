// push and pop in all their forms. What a statement pushes it pops.
#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {
namespace {

// By 8 bytes.
void push_something(Scene& scene, Random& random) {
  CodeWriter& code = scene.code;
  switch (random.below(5)) {
    case 0:
      return code.put({0x6a, random.below(256)});
    case 1:
      return code.put(Code{0x68}.add32(static_cast<std::uint32_t>(random.next())));
    case 2:
      return scene.put({}, false, {0xff}, 6, random_operand(random, scene.roles));
    default:
      return code.put(push(random.below(16)));
  }
}

void pop_something(Scene& scene, Random& random) {
  if (random.percent(25)) return scene.put({}, false, {0x8f}, 0, random_operand(random, scene.roles));
  scene.code.put(pop(scene.roles.free_register(random)));
}

void push_flags(Scene& scene, Random& random) {
  CodeWriter& code = scene.code;
  scene.define_flags();
  if (random.percent(50)) {
    code.put({0x9c});
    // A debugger's trap flag is not to be seen.
    code.put(Code{0x48, 0x81, 0x24, 0x24}.add32(0xcd5));  // and qword [rsp], ...
    scene.flags_are_defined();
    code.put(pop(scene.roles.free_register(random)));
  } else {
    code.put(Code{0x68}.add32(random.below(0x1000) & 0xcd5));
    code.put({0x9d});
    scene.flags_are_defined();
  }
}

void words(Scene& scene, Random& random) {  // of 16 bits
  const unsigned to = scene.roles.free_register(random);
  scene.code.put({0x66, 0x40, 0x50 | random.below(8)});
  scene.instructions(random, 2);
  scene.code.put({0x66, 0x40 | to >> 3, 0x58 | (to & 7)});
}

void frame(Scene& scene, Random& random) {
  if (!scene.roles.is_free(rbp)) return;
  scene.code.put({0xc8, 8 * random.below(16), 0, 0});  // enter
  scene.instructions(random, 3, 1U << rbp);
  scene.code.put({0xc9});  // leave
}

}  // namespace

void write_stack(Scene& scene, Random& random) {
  switch (random.below(6)) {
    case 0:
      return push_flags(scene, random);
    case 1:
      return words(scene, random);
    case 2:
      return frame(scene, random);
    default:
      break;
  }
  const unsigned count = 1 + random.below(4);
  for (unsigned i = 0; i < count; ++i) push_something(scene, random);
  scene.instructions(random, 3);
  for (unsigned i = 0; i < count; ++i) pop_something(scene, random);
}

}  // namespace effk::icount::fuzz
