// Two pointers over a sorted copy inside a bisection: fewer than k pairs within lo, at least k within hi.
#include <algorithm>
#include <cstdint>
#include <vector>

std::int64_t kth_pair_distance(const std::vector<int>& values, std::int64_t k) {
    std::vector<int> a(values);
    std::sort(a.begin(), a.end());
    const int n = static_cast<int>(a.size());
    std::int64_t lo = 0, hi = std::int64_t{a[n - 1]} - a[0];
    while (hi - lo > 1) {
        const std::int64_t mid = (lo + hi) / 2;
        std::int64_t pairs = 0;
        for (int i = 0, j = 0; i < n; ++i) {
            while (j < n && a[j] - a[i] <= mid) ++j;
            pairs += j - i - 1;
        }
        (pairs >= k ? hi : lo) = mid;
    }
    return hi;
}
