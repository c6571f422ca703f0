// Sort, then bisect on the distance with a two-pointer count: O(n log n + n log range).
#include <algorithm>
#include <vector>

int kth_pair_distance(std::vector<int> values, long long k) {
    std::sort(values.begin(), values.end());
    const int n = static_cast<int>(values.size());

    const auto enough = [&](long long distance) {
        long long pairs = 0;
        for (int left = 0, right = 0; right < n; ++right) {
            while (static_cast<long long>(values[right]) - values[left] > distance) ++left;
            pairs += right - left;
            if (pairs >= k) return true;
        }
        return false;
    };

    long long lo = 0, hi = static_cast<long long>(values[n - 1]) - values[0];
    while (lo < hi) {
        const long long mid = lo + (hi - lo) / 2;
        if (enough(mid)) hi = mid; else lo = mid + 1;
    }
    return static_cast<int>(lo);
}
