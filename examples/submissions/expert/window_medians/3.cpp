#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

// Radix sort for the ranks, a flat bitmap of the ranks in the window, and the median as a position in it. The
// bitmap is searched word by word: a wide window fills it well, and a narrow one is kept as a sorted array.
double mean_of_medians(const std::vector<int>& values, int width) {
    const int n = static_cast<int>(values.size());
    std::int64_t twice = 0;
    const auto mean = [&] { return static_cast<double>(twice) / 2 / (n - width + 1); };
    if (width <= 48) {
        std::vector<int> w(values.begin(), values.begin() + width);
        std::sort(w.begin(), w.end());
        for (int i = width;; ++i) {
            twice += w[(width - 1) / 2] + w[width / 2];
            if (i == n) return mean();
            const int in = values[i];
            int j = static_cast<int>(std::lower_bound(w.begin(), w.end(), values[i - width]) - w.begin());
            for (; j > 0 && w[j - 1] > in; --j) w[j] = w[j - 1];
            for (; j + 1 < width && w[j + 1] < in; ++j) w[j] = w[j + 1];
            w[j] = in;
        }
    }

    constexpr int kBits = 11, kDigits = 1 << kBits, kLow = -1'000'000;
    std::vector<int> low(kDigits + 1), high(kDigits + 1), first(n), rank(n), sorted(n);
    for (const int v : values) {
        ++low[((v - kLow) & (kDigits - 1)) + 1];
        ++high[((v - kLow) >> kBits) + 1];
    }
    std::partial_sum(low.begin(), low.end(), low.begin());
    std::partial_sum(high.begin(), high.end(), high.begin());
    for (int i = 0; i < n; ++i) first[low[(values[i] - kLow) & (kDigits - 1)]++] = i;
    for (const int i : first) {
        const int r = high[(values[i] - kLow) >> kBits]++;
        rank[i] = r;
        sorted[r] = values[i];
    }

    std::vector<std::uint64_t> bits(n / 64 + 1);
    for (int i = 0; i < width; ++i) bits[rank[i] >> 6] |= std::uint64_t{1} << (rank[i] & 63);
    const auto up = [&](int at) {
        int word = at >> 6;
        std::uint64_t rest = bits[word] & (~std::uint64_t{1} << (at & 63));
        while (rest == 0) rest = bits[++word];
        return word * 64 + __builtin_ctzll(rest);
    };
    const auto down = [&](int at) {
        int word = at >> 6;
        std::uint64_t rest = bits[word] & ((std::uint64_t{1} << (at & 63)) - 1);
        while (rest == 0) rest = bits[--word];
        return word * 64 + 63 - __builtin_clzll(rest);
    };
    std::vector<int> start(rank.begin(), rank.begin() + width);
    std::nth_element(start.begin(), start.begin() + (width - 1) / 2, start.end());
    int median = start[(width - 1) / 2];
    const bool odd = width % 2 != 0;
    for (int i = width;; ++i) {
        twice += sorted[median];
        twice += sorted[odd ? median : up(median)];
        if (i == n) return mean();
        const int in = rank[i], out = rank[i - width];
        bits[in >> 6] |= std::uint64_t{1} << (in & 63);
        bits[out >> 6] &= ~(std::uint64_t{1} << (out & 63));
        if (in > median && out <= median)
            median = up(median);
        else if (in < median && out >= median)
            median = down(median);
    }
}
