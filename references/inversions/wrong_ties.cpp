// The merge takes the right run on ties, so equal values count.
#include <cstdint>
#include <vector>

namespace {

std::int64_t sort_and_count(std::vector<int>& values, std::vector<int>& merged, std::size_t from,
                            std::size_t to) {
  if (to - from < 2) return 0;
  const std::size_t middle = from + (to - from) / 2;
  std::int64_t inversions =
      sort_and_count(values, merged, from, middle) + sort_and_count(values, merged, middle, to);
  std::size_t left = from, right = middle;
  for (std::size_t at = from; at < to; ++at) {
    if (right == to || (left < middle && values[left] < values[right])) {
      merged[at] = values[left++];
    } else {
      inversions += static_cast<std::int64_t>(middle - left);
      merged[at] = values[right++];
    }
  }
  for (std::size_t at = from; at < to; ++at) values[at] = merged[at];
  return inversions;
}

}  // namespace

std::int64_t count_inversions(std::vector<int> values) {
  std::vector<int> merged(values.size());
  return sort_and_count(values, merged, 0, values.size());
}
