// Radix sort + Fenwick; the count is kept in 32 bits.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

std::int64_t count_inversions(const std::vector<int>& values) {
    const int n = static_cast<int>(values.size());
    std::vector<int> order(n);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int i, int j) { return values[i] < values[j]; });
    std::vector<int> tree(n + 1);
    int in_order = 0;
    for (const int p : order) {
        for (int i = p; i > 0; i -= i & -i) in_order += tree[i];
        for (int i = p + 1; i <= n; i += i & -i) ++tree[i];
    }
    return n * (n - 1) / 2 - in_order;
}
