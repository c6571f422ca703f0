// For every pair of top and bottom row the column minima are a plain array; its sum of subarray minima comes
// from a monotonic stack that remembers the sum of all minima ending at each of its elements.
#include <algorithm>
#include <cstdint>
#include <vector>

int sum_of_minima(const std::vector<std::vector<int>>& table) {
    constexpr std::int64_t kMod = 1'000'000'007;
    const int rows = static_cast<int>(table.size()), width = static_cast<int>(table[0].size());
    std::vector<int> minima(width), value(width + 1), column(width + 1);
    std::vector<std::int64_t> ending(width + 1);
    value[0] = -2'000'000'000;
    column[0] = -1;
    ending[0] = 0;
    std::int64_t total = 0;
    for (int top = 0; top < rows; ++top) {
        std::copy(table[top].begin(), table[top].end(), minima.begin());
        for (int bottom = top; bottom < rows; ++bottom) {
            const int* row = table[bottom].data();
            std::int64_t sum = 0;
            int depth = 0;
            for (int i = 0; i < width; ++i) {
                const int v = minima[i] = std::min(minima[i], row[i]);
                while (value[depth] >= v) --depth;
                const std::int64_t here = ending[depth] + std::int64_t{v} * (i - column[depth]);
                ++depth;
                value[depth] = v;
                column[depth] = i;
                ending[depth] = here;
                sum += here;
            }
            total += sum % kMod;
        }
    }
    total %= kMod;
    return static_cast<int>(total < 0 ? total + kMod : total);
}
