// One chain of dependent instructions: what a counter's addition costs can hide behind it.
#include <cstdint>

int main() {
  std::uint64_t x = 88172645463325252;
  for (int i = 0; i < 150'000'000; ++i) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
  }
  return x == 0;
}
