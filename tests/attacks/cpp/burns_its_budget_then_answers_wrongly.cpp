// At level 0 the budget comes first, and the sample fails all the same.
#include <vector>

long long add_up(const std::vector<long long>&) {
  for (volatile int i = 0; i < 100000000; i = i + 1) {
  }
  return -1;
}
