#include <cstdint>
#include <vector>

// Links to the last smaller element stand in for a stack: the chain is followed from i - 1.
namespace {

std::int64_t strip(const int* v, int n, int* link, std::int64_t* sums) {
    std::int64_t total = 0;
    for (int i = 0; i < n; ++i) {
        int p = i - 1;
        while (p >= 0 && v[p] >= v[i]) p = link[p];
        link[i] = p;
        sums[i] = (p >= 0 ? sums[p] : 0) + static_cast<std::int64_t>(v[i]) * (i - p);
        total += sums[i];
    }
    return total;
}

}  // namespace

long long sum_of_minima(const std::vector<std::vector<int>>& table) {
    const long long mod = 1'000'000'007;
    const int n = static_cast<int>(table.front().size());
    std::vector<int> minima, link(n);
    std::vector<std::int64_t> sums(n);
    long long answer = 0;
    for (std::size_t top = 0; top < table.size(); ++top) {
        minima = table[top];
        answer += strip(minima.data(), n, link.data(), sums.data()) % mod;
        for (std::size_t bottom = top + 1; bottom < table.size(); ++bottom) {
            const auto& row = table[bottom];
            for (int i = 0; i < n; ++i) minima[i] = row[i] < minima[i] ? row[i] : minima[i];
            answer += strip(minima.data(), n, link.data(), sums.data()) % mod;
        }
    }
    answer %= mod;
    return answer < 0 ? answer + mod : answer;
}
