// A static initialiser that never ends.
#include <vector>

static const int table = [] {
  for (volatile int i = 0;; i = i + 1) {
  }
  return 0;
}();

long long add_up(const std::vector<long long>&) { return table; }
