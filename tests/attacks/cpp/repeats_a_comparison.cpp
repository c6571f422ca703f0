// Unbounded work for one count.
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  asm volatile("repe cmpsb" : : "D"(0), "S"(0), "c"(0) : "memory", "cc");
  return solve(values);
}
