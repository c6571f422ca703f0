// The least that a loop can do: whatever is added to it shows.
#include <cstdint>

int main() {
  std::uint64_t sum = 0;
  std::uint64_t left = 400'000'000;
  asm volatile(
      "1: add %1, %0\n"
      "   add $1, %0\n"
      "   sub $1, %1\n"
      "   jnz 1b\n"
      : "+r"(sum), "+r"(left)
      :
      : "cc");
  return sum == 0;
}
