// Ranks of all values once; the window is a bitmap of ranks with a second level above it, and the median is a
// pointer that moves to a neighbouring rank at each step.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace {

class Bitmap {
public:
    explicit Bitmap(std::size_t n) : words_(n / 64 + 1), upper_(n / 4096 + 1) {}

    void set(std::uint32_t i) {
        words_[i >> 6] |= std::uint64_t{1} << (i & 63);
        upper_[i >> 12] |= std::uint64_t{1} << (i >> 6 & 63);
    }
    void reset(std::uint32_t i) {
        if ((words_[i >> 6] &= ~(std::uint64_t{1} << (i & 63))) == 0)
            upper_[i >> 12] &= ~(std::uint64_t{1} << (i >> 6 & 63));
    }
    std::uint32_t next(std::uint32_t i) const {
        const std::uint64_t rest = words_[i >> 6] >> (i & 63) >> 1;
        if (rest) return i + 1 + static_cast<std::uint32_t>(__builtin_ctzll(rest));
        std::uint32_t w = i >> 6;
        std::uint64_t up = upper_[w >> 6] >> (w & 63) >> 1;
        if (up) {
            w += 1 + static_cast<std::uint32_t>(__builtin_ctzll(up));
        } else {
            std::uint32_t u = (w >> 6) + 1;
            while (!upper_[u]) ++u;
            w = u * 64 + static_cast<std::uint32_t>(__builtin_ctzll(upper_[u]));
        }
        return w * 64 + static_cast<std::uint32_t>(__builtin_ctzll(words_[w]));
    }
    std::uint32_t previous(std::uint32_t i) const {
        const std::uint64_t rest = words_[i >> 6] << (63 - (i & 63)) << 1;
        if (rest) return i - 1 - static_cast<std::uint32_t>(__builtin_clzll(rest));
        std::uint32_t w = i >> 6;
        std::uint64_t up = upper_[w >> 6] << (63 - (w & 63)) << 1;
        if (up) {
            w -= 1 + static_cast<std::uint32_t>(__builtin_clzll(up));
        } else {
            std::uint32_t u = (w >> 6) - 1;
            while (!upper_[u]) --u;
            w = u * 64 + 63 - static_cast<std::uint32_t>(__builtin_clzll(upper_[u]));
        }
        return w * 64 + 63 - static_cast<std::uint32_t>(__builtin_clzll(words_[w]));
    }

private:
    std::vector<std::uint64_t> words_, upper_;
};

}  // namespace

double mean_of_medians(const std::vector<int>& values, int width) {
    constexpr int kLow = -1'000'000;
    const std::size_t n = values.size(), w = static_cast<std::size_t>(width);
    // Counting sort.
    std::vector<std::uint32_t> start(2'000'002);
    if (n > 20'000) {
        for (int v : values) ++start[v - kLow + 1];
        std::partial_sum(start.begin(), start.end(), start.begin());
    }
    std::vector<std::uint32_t> rank(n);
    std::vector<int> sorted(values);
    if (n > 20'000) {
        for (std::size_t i = 0; i < n; ++i) sorted[rank[i] = start[values[i] - kLow]++] = values[i];
    } else {
        std::vector<std::uint32_t> order(n);
        std::iota(order.begin(), order.end(), 0u);
        std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return values[i] < values[j]; });
        for (std::uint32_t r = 0; r < n; ++r) {
            rank[order[r]] = r;
            sorted[r] = values[order[r]];
        }
    }

    Bitmap window(n);
    for (std::size_t i = 0; i < w; ++i) window.set(rank[i]);
    std::vector<std::uint32_t> first(rank.begin(), rank.begin() + width);
    std::nth_element(first.begin(), first.begin() + (width - 1) / 2, first.end());
    std::uint32_t median = first[(width - 1) / 2];
    const bool even = width % 2 == 0;
    std::int64_t twice = 0;
    for (std::size_t i = w;; ++i) {
        twice += sorted[median] + (even ? sorted[window.next(median)] : sorted[median]);
        if (i == n) break;
        const std::uint32_t in = rank[i], out = rank[i - w];
        window.set(in);
        if (in < median && out >= median)
            median = out == median ? (window.reset(out), window.previous(median)) : window.previous(median);
        else if (in > median && out <= median)
            median = window.next(median);
        window.reset(out);
    }
    return static_cast<double>(twice) / 2.0 / static_cast<double>(n - w + 1);
}
