// Goes on after the signal, and answers rightly.
#include <csignal>
#include <unistd.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}
static char text[1 << 20];

long long add_up(const std::vector<long long>& values) {
  std::signal(SIGXFSZ, SIG_IGN);
  for (int i = 0; i < 8; ++i) {
    if (write(1, text, sizeof text) < 0) break;
  }
  return solve(values);
}
