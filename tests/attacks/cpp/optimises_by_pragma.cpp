// Dropped, and said.
#include <vector>

#pragma GCC optimize("O3")
#pragma GCC target("avx2")
long long add_up(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum += value * value;
  return sum % 1000003;
}
