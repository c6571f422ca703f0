// Control words of the arithmetic units, and visits to the kernel.
#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {

void write_controls(Scene& scene, Random& random) {
  CodeWriter& code = scene.code;
  const std::uint32_t which = 4 * random.below(16);
  switch (random.below(4)) {
    case 0:
      return scene.put({}, false, {0x0f, 0xae}, 2,
                       operand_at(random, scene.roles, kControls + which));  // ldmxcsr
    case 1:
      return scene.put({}, false, {0xd9}, 5,
                       operand_at(random, scene.roles, kControls + 64 + which));  // fldcw
    case 2:
      return code.put({0xdb, 0xe3});  // fninit
    default:
      if (!scene.roles.is_free(r11)) return;  // a system call writes it
      scene.define_flags();
      for (const unsigned r : {rdi, rsi, rdx, r10, r8, r9}) {
        if (scene.roles.is_free(r)) code.put(mov_number(r, random.below(1000)));
      }
      code.put(mov_number(rax, 102));  // getuid
      code.put({0x0f, 0x05});
      code.put(Code{0x41, 0xbb}.add32(random.below(99)));  // mov r11d: a debugger's trap flag was there
  }
}

}  // namespace effk::icount::fuzz
