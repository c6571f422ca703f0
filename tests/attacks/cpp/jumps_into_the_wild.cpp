// Calls an address where no code is.
#include <vector>

long long add_up(const std::vector<long long>&) {
  void (*wild)() = reinterpret_cast<void (*)()>(0x123456789a);
  asm volatile("" : "+r"(wild));
  wild();
  return 0;
}
