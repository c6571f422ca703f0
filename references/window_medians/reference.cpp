// Each value gets its rank among all (equal ones by place), by a radix sort. The window is a set of ranks kept
// in bits, with summaries of 64 words each above them. When the window moves by one value, its median moves by
// at most one neighbour, which is nearly always found in the same word; so a place costs no search at all.
#include <cstdint>
#include <vector>

namespace {

class RankSet {
 public:
  explicit RankSet(std::uint32_t size) {
    do {
      size = (size + 63) / 64;
      levels_[count_++].assign(size, 0);
    } while (size > 1);
    bits_ = levels_[0].data();
  }

  void insert(std::uint32_t rank) {
    std::uint64_t& word = bits_[rank >> 6];
    if (word == 0) mark(rank >> 6);
    word |= std::uint64_t{1} << (rank & 63);
  }

  void erase(std::uint32_t rank) {
    std::uint64_t& word = bits_[rank >> 6];
    word &= ~(std::uint64_t{1} << (rank & 63));
    if (word == 0) unmark(rank >> 6);
  }

  // The neighbours of `rank`, in the set itself or not; there must be one.
  std::uint32_t above(std::uint32_t rank) const {
    const std::uint64_t rest = bits_[rank >> 6] & (~std::uint64_t{1} << (rank & 63));
    if (rest != 0) return (rank & ~63u) | static_cast<std::uint32_t>(__builtin_ctzll(rest));
    return above_word(rank >> 6);
  }

  std::uint32_t below(std::uint32_t rank) const {
    const std::uint64_t rest = bits_[rank >> 6] & ~(~std::uint64_t{0} << (rank & 63));
    if (rest != 0) return (rank & ~63u) | static_cast<std::uint32_t>(63 ^ __builtin_clzll(rest));
    return below_word(rank >> 6);
  }

  // The member with `before` smaller ones.
  std::uint32_t select(std::uint32_t before) const {
    std::uint32_t word = 0;
    for (;; ++word) {
      const auto here = static_cast<std::uint32_t>(__builtin_popcountll(bits_[word]));
      if (before < here) break;
      before -= here;
    }
    std::uint64_t rest = bits_[word];
    for (; before > 0; --before) rest &= rest - 1;
    return word * 64 + static_cast<std::uint32_t>(__builtin_ctzll(rest));
  }

 private:
  [[gnu::noinline]] void mark(std::uint32_t at) {
    for (int level = 1; level < count_; ++level, at >>= 6) {
      std::uint64_t& word = levels_[level][at >> 6];
      const bool known = word != 0;
      word |= std::uint64_t{1} << (at & 63);
      if (known) break;
    }
  }

  [[gnu::noinline]] void unmark(std::uint32_t at) {
    for (int level = 1; level < count_; ++level, at >>= 6) {
      std::uint64_t& word = levels_[level][at >> 6];
      word &= ~(std::uint64_t{1} << (at & 63));
      if (word != 0) break;
    }
  }

  [[gnu::noinline]] std::uint32_t above_word(std::uint32_t at) const {
    int level = 1;
    std::uint64_t rest;
    while ((rest = levels_[level][at >> 6] & (~std::uint64_t{1} << (at & 63))) == 0) {
      at >>= 6;
      ++level;
    }
    at = (at & ~63u) | static_cast<std::uint32_t>(__builtin_ctzll(rest));
    while (level-- > 0) at = at * 64 + static_cast<std::uint32_t>(__builtin_ctzll(levels_[level][at]));
    return at;
  }

  [[gnu::noinline]] std::uint32_t below_word(std::uint32_t at) const {
    int level = 1;
    std::uint64_t rest;
    while ((rest = levels_[level][at >> 6] & ~(~std::uint64_t{0} << (at & 63))) == 0) {
      at >>= 6;
      ++level;
    }
    at = (at & ~63u) | static_cast<std::uint32_t>(63 ^ __builtin_clzll(rest));
    while (level-- > 0) at = at * 64 + static_cast<std::uint32_t>(63 ^ __builtin_clzll(levels_[level][at]));
    return at;
  }

  std::vector<std::uint64_t> levels_[6];
  int count_ = 0;
  std::uint64_t* bits_;
};

}  // namespace

double mean_of_medians(const std::vector<int>& values, int width) {
  const auto n = static_cast<std::uint32_t>(values.size());
  // Two passes over digits of 11 bits: 2,000,001 different values fit 21 bits.
  constexpr int kLeast = -1'000'000, kDigitBits = 11;
  constexpr std::uint32_t kDigits = 1u << kDigitBits;
  std::uint32_t low_place[kDigits] = {}, high_place[kDigits] = {};
  for (const int value : values) {
    const auto key = static_cast<std::uint32_t>(value - kLeast);
    ++low_place[key % kDigits];
    ++high_place[key / kDigits];
  }
  for (std::uint32_t digit = 0, low = 0, high = 0; digit < kDigits; ++digit) {
    const std::uint32_t low_here = low_place[digit], high_here = high_place[digit];
    low_place[digit] = low;
    high_place[digit] = high;
    low += low_here;
    high += high_here;
  }
  struct Item {
    int value;
    std::uint32_t place;
  };
  std::vector<Item> items(n);
  for (std::uint32_t i = 0; i < n; ++i)
    items[low_place[static_cast<std::uint32_t>(values[i] - kLeast) % kDigits]++] = {values[i], i};
  std::vector<std::uint32_t> rank(n);
  std::vector<int> sorted(n);
  for (const Item item : items) {
    const std::uint32_t at = high_place[static_cast<std::uint32_t>(item.value - kLeast) / kDigits]++;
    rank[item.place] = at;
    sorted[at] = item.value;
  }

  RankSet window(n);
  const auto span = static_cast<std::uint32_t>(width);
  for (std::uint32_t i = 0; i < span; ++i) window.insert(rank[i]);
  std::uint32_t middle = window.select((span - 1) / 2);  // of an even number, the lower one
  const bool even = span % 2 == 0;
  std::int64_t twice = sorted[middle];
  twice += even ? sorted[window.above(middle)] : sorted[middle];
  for (std::uint32_t i = span; i < n; ++i) {
    const std::uint32_t in = rank[i], out = rank[i - span];
    window.insert(in);
    window.erase(out);
    if (in < middle) {
      if (out >= middle) middle = window.below(middle);
    } else if (out <= middle) {
      middle = window.above(middle);
    }
    twice += sorted[middle];
    twice += even ? sorted[window.above(middle)] : sorted[middle];
  }
  return static_cast<double>(twice) / 2 / (n - span + 1);
}
