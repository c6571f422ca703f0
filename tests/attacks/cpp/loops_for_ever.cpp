// Never returns.
#include <vector>

long long add_up(const std::vector<long long>&) {
  for (volatile int i = 0;; i = i + 1) {
  }
}
