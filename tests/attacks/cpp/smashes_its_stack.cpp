// Writes over its return address.
#include <cstring>
#include <vector>

__attribute__((noinline)) static void smash(std::size_t size) {
  char area[16];
  asm volatile("" : "+r"(size));
  std::memset(area, 0x41, size);
  asm volatile("" : : "r"(area) : "memory");
}

long long add_up(const std::vector<long long>&) {
  smash(400);
  return 0;
}
