// Jumps into the middle of an instruction, where a string instruction hides: a repetition that a linear
// reading of the machine code does not see is counted all the same.
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

static char area[8 << 20];

static void fill() {
  void* to = area;
  unsigned long count = sizeof area;
  // The constant's bytes are: rep stosb; ret-less nops.
  asm volatile(
      "jmp 1f + 2\n"
      "1: movabs $0x90909090aaf39090, %%rdx\n"
      : "+D"(to), "+c"(count)
      : "a"(1)
      : "rdx", "memory");
}

long long add_up(const std::vector<long long>& values) {
  fill();
  return solve(values);
}
