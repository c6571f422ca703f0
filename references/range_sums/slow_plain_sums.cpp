// Adds up each range anew.
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

long long range_sums(std::vector<long long> values,
                     const std::vector<std::tuple<long long, long long, long long>>& operations,
                     long long rounds) {
  const long long n = static_cast<long long>(values.size());
  long long state = 0;
  for (long long round = 0; round < rounds; ++round) {
    for (const auto& [kind, a, b] : operations) {
      long long i = (a + state) % n;
      if (kind == 0) {
        values[i] += b;
        continue;
      }
      long long j = (b + state) % n;
      if (i > j) std::swap(i, j);
      long long answer = 0;
      for (long long at = i; at <= j; ++at) answer += values[at];
      state = (31 * state + answer) % 1'000'000'007;
      if (state < 0) state += 1'000'000'007;
    }
  }
  return state;
}
