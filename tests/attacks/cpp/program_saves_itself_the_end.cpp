// No handler, no destructor: what that is worth is no more than the empty program.
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
  const std::string text = std::to_string(solve());
  [[maybe_unused]] auto done = write(1, text.data(), text.size());
  _exit(0);
}
