// Uses up its stack.
#include <vector>

__attribute__((noinline)) static int deeper(volatile char* before) {
  volatile char area[1 << 16];
  area[0] = *before;
  return deeper(area) + area[0];
}

long long add_up(const std::vector<long long>&) {
  volatile char start = 0;
  return deeper(&start);
}
