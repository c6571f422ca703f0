// Fenwick tree over ranks with binary descent.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

double mean_of_medians(const std::vector<int>& values, int width) {
    const int n = static_cast<int>(values.size());
    std::vector<int> order(n), rank(n);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int i, int j) { return values[i] != values[j] ? values[i] < values[j] : i < j; });
    for (int r = 0; r < n; ++r) rank[order[r]] = r + 1;
    std::vector<int> tree(n + 1);
    int top = 1;
    while (2 * top <= n) top *= 2;
    const auto add = [&](int i, int d) {
        for (; i <= n; i += i & -i) tree[i] += d;
    };
    const auto kth = [&](int k) {  // from 0
        int at = 0;
        for (int step = top; step > 0; step /= 2)
            if (at + step <= n && tree[at + step] <= k) k -= tree[at += step];
        return values[order[at]];
    };
    std::int64_t twice = 0;
    for (int i = 0; i < n; ++i) {
        add(rank[i], 1);
        if (i >= width) add(rank[i - width], -1);
        if (i >= width - 1) {
            const int lower = kth((width - 1) / 2);
            twice += lower + (width % 2 ? lower : kth(width / 2));
        }
    }
    return static_cast<double>(twice) / 2 / (n - width + 1);
}
