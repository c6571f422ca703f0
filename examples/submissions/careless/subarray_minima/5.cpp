#include <algorithm>
#include <iostream>
#include <vector>

// all the blocks, each from the one above it
long long sum_of_minima(const std::vector<std::vector<long long>>& table) {
    const long long mod = 1000000007;
    long long total = 0;
    size_t rows = table.size(), columns = table[0].size();
    for (size_t left = 0; left < columns; ++left) {
        std::vector<long long> m(rows, 2000000000);
        for (size_t right = left; right < columns; ++right) {
            for (size_t r = 0; r < rows; ++r) m[r] = std::min(m[r], table[r][right]);
            for (size_t top = 0; top < rows; ++top) {
                long long least = m[top];
                for (size_t bottom = top; bottom < rows; ++bottom) {
                    least = std::min(least, m[bottom]);
                    total += least;
                }
            }
            total %= mod;
        }
    }
    if (total < 0) total += mod;
    std::cerr << "total = " << total << "\n";
    return total;
}
