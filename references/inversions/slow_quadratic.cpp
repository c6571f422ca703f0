// Compares every pair.
#include <cstdint>
#include <vector>

std::int64_t count_inversions(const std::vector<int>& values) {
  std::int64_t inversions = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i + 1; j < values.size(); ++j) inversions += values[i] > values[j];
  }
  return inversions;
}
