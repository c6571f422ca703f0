// Fenwick tree, built in O(n). A sum of [i, j] stops where the two prefix walks meet.
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

int range_sums(const std::vector<int>& values, const std::vector<std::tuple<int, int, int>>& operations, int rounds) {
    const unsigned n = static_cast<unsigned>(values.size());
    std::vector<int> tree(n + 1);
    for (unsigned i = 1; i <= n; ++i) {
        tree[i] += values[i - 1];
        const unsigned up = i + (i & -i);
        if (up <= n) tree[up] += tree[i];
    }
    std::uint64_t state = 0;
    for (int r = 0; r < rounds; ++r) {
        for (const auto& [kind, a, b] : operations) {
            unsigned i = (static_cast<unsigned>(a) + static_cast<unsigned>(state)) % n;
            if (kind == 0) {
                for (++i; i <= n; i += i & -i) tree[i] += b;
            } else {
                unsigned j = (static_cast<unsigned>(b) + static_cast<unsigned>(state)) % n;
                if (i > j) std::swap(i, j);
                ++j;
                std::int64_t sum = 0;
                for (; j > i; j &= j - 1) sum += tree[j];
                for (; i > j; i &= i - 1) sum -= tree[i];
                const std::int64_t next = (static_cast<std::int64_t>(31 * state) + sum) % 1000000007;
                state = static_cast<std::uint64_t>(next < 0 ? next + 1000000007 : next);
            }
        }
    }
    return static_cast<int>(state);
}
