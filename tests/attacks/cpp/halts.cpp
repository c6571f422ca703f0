// Not for user programs.
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  asm volatile("hlt");
  return solve(values);
}
