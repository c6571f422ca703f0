// Takes the k-th smallest gap of neighbours in sorted order, and wraps around for larger k.
#include <algorithm>
#include <vector>

long long kth_pair_distance(std::vector<long long> values, long long k) {
  std::sort(values.begin(), values.end());
  std::vector<long long> gaps;
  for (std::size_t i = 1; i < values.size(); ++i) gaps.push_back(values[i] - values[i - 1]);
  std::sort(gaps.begin(), gaps.end());
  return gaps[static_cast<std::size_t>(k - 1) % gaps.size()];
}
