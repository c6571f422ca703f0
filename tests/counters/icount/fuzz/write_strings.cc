// String instructions, in both directions, with and without repetition, also when there is nothing to repeat.
#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {
namespace {

constexpr unsigned kMovs = 0xa4, kCmps = 0xa6, kStos = 0xaa, kLods = 0xac, kScas = 0xae;

// Fixed registers that a string instruction has moved get their values back.
void restore(Scene& scene, unsigned r) {
  for (std::size_t i = 0; i < scene.roles.pointers.size(); ++i) {
    if (scene.roles.pointers[i] == r) scene.code.put(mov_number(r, scene.roles.pointer_values[i]));
  }
}

}  // namespace

void write_strings(Scene& scene, Random& random) {
  CodeWriter& code = scene.code;
  if (scene.roles.index == rsi || scene.roles.index == rdi) return;
  scene.define_flags();
  const bool reaches_end = random.percent(5);  // of the arena: it faults on the way
  const std::uint32_t middle = kArenaMiddle + static_cast<std::uint32_t>(random.between(-3000, 3000));
  code.put(mov_number(rsi, middle + static_cast<std::uint32_t>(random.between(-64, 64))));
  code.put(mov_number(rdi, reaches_end ? kArenaEnd - random.below(64) : middle));
  code.put({random.percent(80) ? 0xfcU : 0xfdU});  // cld, std
  static constexpr unsigned kKinds[] = {kMovs, kCmps, kStos, kLods, kScas};
  const unsigned opcode = random.one_of(kKinds) | random.below(2);
  const unsigned times = random.percent(15) ? 0 : random.below(scene.program.options.is_short ? 12 : 80);
  const unsigned repeat = random.below(100);
  Code string{};
  if (random.percent(10)) string.add8(0x64), code.put(mov_number(rsi, middle - kFsBase));
  if (random.percent(15)) string.add8(0x66);
  if (repeat < 80) {
    code.put(mov_number(rcx, times));
    string.add8(repeat < 40 ? 0xf3 : 0xf2);
  }
  if (random.percent(40)) string.add8(0x48);
  code.put(string.add8(opcode));
  scene.define_flags();
  code.put({0xfc});
  restore(scene, rsi);
  restore(scene, rdi);
}

}  // namespace effk::icount::fuzz
