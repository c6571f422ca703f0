// Radix sort by value, then a binary indexed tree over the positions: going through the values in ascending
// order, every value passed so far that stands further right forms an inversion with the current one. The
// sort is stable, so equal values are passed from left to right and never count.
#include <cstdint>
#include <vector>

namespace {

// The baseline has no instruction for it.
inline std::uint64_t count_ones(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555u;
  bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
  bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
  return bits * 0x0101010101010101u >> 56;
}

}  // namespace

std::int64_t count_inversions(const std::vector<int>& values) {
  const std::uint32_t n = static_cast<std::uint32_t>(values.size());
  if (n < 2) return 0;

  constexpr int kBits = 11;
  constexpr std::uint32_t kMask = (1u << kBits) - 1;
  std::vector<std::uint32_t> counts(3u << kBits);
  std::uint32_t* const low = counts.data();
  std::uint32_t* const middle = low + kMask + 1;
  std::uint32_t* const high = middle + kMask + 1;
  std::vector<std::uint64_t> items(n), spare(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t key = static_cast<std::uint32_t>(values[i]) ^ 0x80000000u;
    items[i] = std::uint64_t{key} << 32 | i;
    ++low[key & kMask];
    ++middle[key >> kBits & kMask];
    ++high[key >> 2 * kBits];
  }
  std::uint64_t* from = items.data();
  std::uint64_t* to = spare.data();
  int shift = 32;
  for (std::uint32_t* const start : {low, middle, high}) {
    const std::uint32_t first = static_cast<std::uint32_t>(from[0] >> shift) & kMask;
    if (start[first] != n) {  // else all agree in this digit
      std::uint32_t sum = 0;
      for (std::uint32_t digit = 0; digit <= kMask; ++digit) {
        const std::uint32_t count = start[digit];
        start[digit] = sum;
        sum += count;
      }
      for (std::uint32_t i = 0; i < n; ++i) {
        const std::uint64_t item = from[i];
        to[start[item >> shift & kMask]++] = item;
      }
      std::uint64_t* const sorted = to;
      to = from;
      from = sorted;
    }
    shift += kBits;
  }

  // A bit for each position passed, and a tree over the words of 64 bits: tree[i] holds the positions passed
  // in the words from (i & (i + 1)) to i.
  const std::uint32_t words = n / 64 + 1;
  std::vector<std::uint64_t> passed_memory(words);
  std::vector<std::uint32_t> tree_memory(words);
  std::uint64_t* const passed = passed_memory.data();
  std::uint32_t* const tree = tree_memory.data();
  std::uint64_t not_further_right = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t position = static_cast<std::uint32_t>(from[i]);
    const std::uint32_t word = position / 64;
    const std::uint64_t bit = std::uint64_t{1} << position % 64;
    const std::uint64_t old = passed[word];
    passed[word] = old | bit;
    not_further_right += count_ones(old & (bit - 1));
    for (std::uint32_t at = word; at != 0; at &= at - 1) not_further_right += tree[at - 1];
    for (std::uint32_t at = word; at < words; at |= at + 1) ++tree[at];
  }
  return static_cast<std::int64_t>(std::uint64_t{n} * (n - 1) / 2 - not_further_right);
}
