// Leaves the last element out when both ends fall together.
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

long long range_sums(const std::vector<long long>& values,
                     const std::vector<std::tuple<long long, long long, long long>>& operations,
                     long long rounds) {
  const long long n = static_cast<long long>(values.size());
  std::vector<long long> tree(values.size() + 1);
  const auto add = [&](long long at, long long amount) {
    for (++at; at <= n; at += at & -at) tree[at] += amount;
  };
  const auto prefix = [&](long long end) {
    long long sum = 0;
    for (; end > 0; end &= end - 1) sum += tree[end];
    return sum;
  };
  for (long long i = 0; i < n; ++i) add(i, values[i]);
  long long state = 0;
  for (long long round = 0; round < rounds; ++round) {
    for (const auto& [kind, a, b] : operations) {
      long long i = (a + state) % n;
      if (kind == 0) {
        add(i, b);
        continue;
      }
      long long j = (b + state) % n;
      if (i > j) std::swap(i, j);
      const long long answer = i == j ? 0 : prefix(j + 1) - prefix(i);
      state = ((31 * state + answer) % 1'000'000'007 + 1'000'000'007) % 1'000'000'007;
    }
  }
  return state;
}
