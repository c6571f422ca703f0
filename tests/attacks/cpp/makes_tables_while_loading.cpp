// Beyond the allowance it is charged, and said.
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

static std::vector<long long> table;
__attribute__((constructor)) static void at_load() {
  for (int i = 0; i < 100000; ++i) table.push_back(i);
}

long long add_up(const std::vector<long long>& values) { return solve(values) + table[0]; }
