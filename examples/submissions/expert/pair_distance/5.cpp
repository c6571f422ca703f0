// Two pointers over a sorted copy inside a bisection on unsigned distances.
#include <algorithm>
#include <cstdint>
#include <vector>

std::int64_t kth_pair_distance(const std::vector<int>& values, std::int64_t k) {
    std::vector<int> a(values);
    std::sort(a.begin(), a.end());
    const int n = static_cast<int>(a.size());
    std::int64_t lo = 0, hi = std::int64_t{a[n - 1]} - a[0];
    while (lo < hi) {
        const std::int64_t mid = (lo + hi) / 2;
        std::int64_t pairs = 0;
        for (int i = 0, j = 0; i < n; ++i) {
            while (j < n && a[j] - a[i] <= mid) ++j;  // the difference is taken in int
            pairs += j - i - 1;
        }
        if (pairs >= k)
            hi = mid;
        else
            lo = mid + 1;
    }
    return lo;
}
