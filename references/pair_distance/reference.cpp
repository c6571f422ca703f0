// Radix sort; then a search for the distance. Two pointers count in one pass how many pairs are at most d
// apart. The next d comes from interpolation, aimed a little past the k-th pair so that both bounds close in,
// and from bisection where interpolation gains little. Once few pairs are left between the bounds they are
// listed, and the right one is selected.
#include <algorithm>
#include <cstdint>
#include <vector>

namespace {

// Sorts the values, moved so that the smallest is 0, into the first n of `sorted`.
void sort_from_zero(const std::vector<int>& values, std::vector<std::uint32_t>& sorted) {
  const std::size_t n = values.size();
  const int smallest = *std::min_element(values.begin(), values.end());
  constexpr int kBits = 11;
  constexpr std::uint32_t kMask = (1u << kBits) - 1;
  std::vector<std::uint32_t> counts(3u << kBits), spare(n);
  std::uint32_t* const low = counts.data();
  std::uint32_t* const middle = low + kMask + 1;
  std::uint32_t* const high = middle + kMask + 1;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t key = static_cast<std::uint32_t>(values[i]) - static_cast<std::uint32_t>(smallest);
    spare[i] = key;
    ++low[key & kMask];
    ++middle[key >> kBits & kMask];
    ++high[key >> 2 * kBits];
  }
  std::uint32_t* from = spare.data();
  std::uint32_t* to = sorted.data();
  int shift = 0;
  for (std::uint32_t* const start : {low, middle, high}) {
    std::uint32_t sum = 0;
    for (std::uint32_t digit = 0; digit <= kMask; ++digit) {
      const std::uint32_t count = start[digit];
      start[digit] = sum;
      sum += count;
    }
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint32_t key = from[i];
      to[start[key >> shift & kMask]++] = key;
    }
    std::swap(from, to);
    shift += kBits;
  }
}

}  // namespace

std::int64_t kth_pair_distance(const std::vector<int>& values, std::int64_t k) {
  const std::size_t n = values.size();
  std::vector<std::uint32_t> memory(n + 1);
  sort_from_zero(values, memory);
  memory[n] = UINT32_MAX;  // beyond any sum of a value and a distance: stops the walk
  const std::uint32_t* const sorted = memory.data();
  const std::uint32_t* const end = sorted + n;

  // How many pairs are at most d apart.
  const auto count = [=](std::uint32_t d) {
    const std::uint32_t* reach = sorted;  // the first that is more than d above *low
    const std::uint32_t* low = sorted;
    std::int64_t pairs = 0;
    for (; low != end; ++low) {
      const std::uint32_t most = *low + d;
      while (*reach <= most) ++reach;
      pairs += reach - low;
      if (reach == end) break;
    }
    if (low != end) {  // the rest reaches the end as well
      const std::int64_t rest = end - low;
      pairs += rest * (rest - 1) / 2;
    }
    return pairs - static_cast<std::int64_t>(n);
  };

  // Fewer than k pairs are at most `below` apart, at least k at most `enough`.
  std::int64_t below = -1, enough = end[-1];
  std::int64_t pairs_below = 0,
               pairs_enough = static_cast<std::int64_t>(n) * (static_cast<std::int64_t>(n) - 1) / 2;
  bool interpolate = true;
  while (enough - below > 1) {
    const std::int64_t between = pairs_enough - pairs_below;
    if (between <= static_cast<std::int64_t>(n / 2)) break;
    std::int64_t step = (enough - below) / 2;
    if (interpolate) {
      const double rank = static_cast<double>(k - pairs_below) / static_cast<double>(between);
      const double aim = rank < 0.5 ? rank + 1.0 / 32 : rank - 1.0 / 32;
      step = static_cast<std::int64_t>(static_cast<double>(enough - below) * aim);
      step = std::max<std::int64_t>(1, std::min(step, enough - below - 1));
    }
    const std::int64_t d = below + step;
    const std::int64_t pairs = count(static_cast<std::uint32_t>(d));
    if (pairs < k) {
      below = d;
      pairs_below = pairs;
    } else {
      enough = d;
      pairs_enough = pairs;
    }
    interpolate = !interpolate || (pairs_enough - pairs_below) * 4 < between;
  }
  if (enough - below == 1) return enough;

  std::vector<std::uint32_t> distances;
  distances.reserve(static_cast<std::size_t>(pairs_enough - pairs_below));
  const std::uint32_t* first = sorted;
  const std::uint32_t nearest = static_cast<std::uint32_t>(below + 1);
  const std::uint32_t farthest = static_cast<std::uint32_t>(enough);
  for (const std::uint32_t* low = sorted; low != end; ++low) {
    if (first <= low) first = low + 1;
    const std::uint32_t least = *low + nearest;
    while (*first < least) ++first;
    const std::uint32_t most = *low + farthest;
    for (const std::uint32_t* high = first; *high <= most; ++high) distances.push_back(*high - *low);
  }
  const auto wanted = distances.begin() + (k - pairs_below - 1);
  std::nth_element(distances.begin(), wanted, distances.end());
  return *wanted;
}
