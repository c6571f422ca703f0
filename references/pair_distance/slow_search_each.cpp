// Bisection on the answer, and for every value another binary search to count.
#include <algorithm>
#include <vector>

long long kth_pair_distance(std::vector<long long> values, long long k) {
  std::sort(values.begin(), values.end());
  long long below = -1, enough = values.back() - values.front();
  while (enough - below > 1) {
    const long long d = below + (enough - below) / 2;
    long long pairs = 0;
    for (auto low = values.begin(); low != values.end(); ++low) {
      pairs += std::upper_bound(low, values.end(), *low + d) - low - 1;
    }
    (pairs < k ? below : enough) = d;
  }
  return enough;
}
