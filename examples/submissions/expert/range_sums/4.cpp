// Square-root decomposition: O(1) updates, O(sqrt n) sums.
#include <algorithm>
#include <tuple>
#include <vector>

long long range_sums(const std::vector<int>& values, const std::vector<std::tuple<int, int, int>>& operations,
                     int rounds) {
    constexpr long long MOD = 1000000007;
    const long long n = static_cast<long long>(values.size());
    constexpr int SHIFT = 8;
    std::vector<int> a(values);
    std::vector<int> block((n >> SHIFT) + 1);
    for (long long i = 0; i < n; ++i) block[i >> SHIFT] += a[i];
    long long state = 0;
    for (int r = 0; r < rounds; ++r) {
        for (const auto& [kind, x, y] : operations) {
            long long i = (x + state) % n;
            if (kind == 0) {
                a[i] += y;
                block[i >> SHIFT] += y;
                continue;
            }
            long long j = (y + state) % n;
            if (i > j) std::swap(i, j);
            ++j;
            long long sum = 0;
            while (i < j && (i & ((1 << SHIFT) - 1)) != 0) sum += a[i++];
            while (i + (1 << SHIFT) <= j) {
                sum += block[i >> SHIFT];
                i += 1 << SHIFT;
            }
            while (i < j) sum += a[i++];
            state = ((31 * state + sum) % MOD + MOD) % MOD;
        }
    }
    return state;
}
