// What runs at an exit is charged like anything else.
#include <cstdlib>
#include <vector>

static void linger() {
  for (volatile int i = 0;; i = i + 1) {
  }
}

long long add_up(const std::vector<long long>&) {
  std::atexit(linger);
  std::exit(0);
}
