#include <algorithm>
#include <cstdint>
#include <vector>

// Monotonic stack per strip; sums are reduced once per strip.
int sum_of_minima(const std::vector<std::vector<int>>& table) {
    constexpr std::int64_t kMod = 1'000'000'007;
    const int n = static_cast<int>(table[0].size());
    std::vector<int> minima, stack(n);
    std::vector<std::int64_t> ending(n);
    std::int64_t total = 0;
    for (std::size_t top = 0; top < table.size(); ++top) {
        minima = table[top];
        for (std::size_t bottom = top; bottom < table.size(); ++bottom) {
            int size = 0;
            std::int64_t sum = 0;
            for (int i = 0; i < n; ++i) {
                minima[i] = std::min(minima[i], table[bottom][i]);
                while (size > 0 && minima[stack[size - 1]] >= minima[i]) --size;
                const int p = size > 0 ? stack[size - 1] : -1;
                ending[i] = (p >= 0 ? ending[p] : 0) + minima[i] * (i - p);
                stack[size++] = i;
                sum += ending[i];
            }
            total = (total + sum) % kMod;
        }
    }
    return static_cast<int>((total + kMod) % kMod);
}
