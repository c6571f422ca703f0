// A binary indexed tree. A sum over i..j walks from both ends only down to where the two walks meet.
#include <cstdint>
#include <tuple>
#include <vector>

std::int64_t range_sums(const std::vector<int>& values,
                        const std::vector<std::tuple<int, int, int>>& operations, int rounds) {
  constexpr std::uint64_t kModulus = 1'000'000'007;
  const std::uint32_t n = static_cast<std::uint32_t>(values.size());

  // tree[i] is the sum of the values from (i & (i + 1)) to i.
  std::vector<int> tree_memory(values);
  int* const tree = tree_memory.data();
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t above = i | (i + 1);
    if (above < n) tree[above] += tree[i];
  }

  std::uint64_t state = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const auto& [kind, a, b] : operations) {
      std::uint32_t i = static_cast<std::uint32_t>(state + static_cast<std::uint32_t>(a)) % n;
      if (kind == 0) {
        do {
          tree[i] += b;
          i |= i + 1;
        } while (i < n);
        continue;
      }
      std::uint32_t j = static_cast<std::uint32_t>(state + static_cast<std::uint32_t>(b)) % n;
      if (i > j) {
        const std::uint32_t exchanged = i;
        i = j;
        j = exchanged;
      }
      int answer = 0;
      ++j;
      do {
        answer += tree[j - 1];
        j &= j - 1;
      } while (j > i);
      while (i > j) {
        answer -= tree[i - 1];
        i &= i - 1;
      }
      // Answers are above -2^31, so the sum stays positive.
      state = (31 * state + static_cast<std::uint64_t>(answer + std::int64_t{3} * 1'000'000'007)) % kModulus;
    }
  }
  return static_cast<std::int64_t>(state);
}
