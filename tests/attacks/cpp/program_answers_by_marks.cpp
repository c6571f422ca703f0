// There is none behind the first; who sends one waits for nothing but an answer.
#include <unistd.h>

#include <iostream>

static long long solve() {
  std::ios::sync_with_stdio(false);
  long long sum = 0;
  for (long long value; std::cin >> value;) sum = (sum + value * value) % 1000003;
  return sum;
}

static char answer;

int main() {
  for (const char mark : {'S', 'L', 'D'}) {
    [[maybe_unused]] auto done = write(3, &mark, 1);
    done = read(3, &answer, 1);
  }
  std::cout << solve();
}
