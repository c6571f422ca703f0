// Nobody reads it.
#include <unistd.h>

#include <iostream>
#include <string>

static long long solve() {
  std::ios::sync_with_stdio(false);
  long long sum = 0;
  for (long long value; std::cin >> value;) sum = (sum + value * value) % 1000003;
  return sum;
}

int main() {
  const std::string much(1 << 20, 'x');
  for (int i = 0; i < 100; ++i) [[maybe_unused]] auto done = write(2, much.data(), much.size());
  std::cout << solve();
}
