// Even those that the harness listens at.
#include <unistd.h>

#include <iostream>

static long long solve() {
  std::ios::sync_with_stdio(false);
  long long sum = 0;
  for (long long value; std::cin >> value;) sum = (sum + value * value) % 1000003;
  return sum;
}

int main() {
  const long long sum = solve();
  for (int number = 3; number < 1100; ++number) close(number);
  std::cout << sum << std::endl;
}
