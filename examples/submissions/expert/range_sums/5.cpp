// Fenwick tree; the state is kept in the range of the remainder of C++, which may be negative.
#include <tuple>
#include <utility>
#include <vector>

long long range_sums(const std::vector<int>& values, const std::vector<std::tuple<int, int, int>>& operations,
                     int rounds) {
    const int n = static_cast<int>(values.size());
    std::vector<int> tree(n + 1);
    for (int i = 1; i <= n; ++i) {
        tree[i] += values[i - 1];
        if (i + (i & -i) <= n) tree[i + (i & -i)] += tree[i];
    }
    long long state = 0;
    for (int r = 0; r < rounds; ++r) {
        for (auto [kind, a, b] : operations) {
            int i = static_cast<int>(((a + state) % n + n) % n);
            if (kind == 0) {
                for (++i; i <= n; i += i & -i) tree[i] += b;
                continue;
            }
            int j = static_cast<int>(((b + state) % n + n) % n);
            if (i > j) std::swap(i, j);
            long long sum = 0;
            for (int p = j + 1; p > 0; p -= p & -p) sum += tree[p];
            for (int p = i; p > 0; p -= p & -p) sum -= tree[p];
            state = (31 * state + sum) % 1000000007;
        }
    }
    return state;
}
