#include <algorithm>
#include <cstdint>
#include <vector>

// A doubly linked list of ranks a block of `width` positions (Suomela): deleting and undeleting are O(1).
namespace {

struct Block {
    std::vector<int> prev, next, order;
    int k = 0, small = 0, at = 0;
    const int* x = nullptr;

    void init(const int* values, int size, std::vector<std::uint64_t>& keys) {
        x = values;
        k = size;
        keys.resize(size);
        for (int i = 0; i < k; ++i)
            keys[i] = static_cast<std::uint64_t>(static_cast<std::uint32_t>(x[i]) ^ 0x80000000u) << 32 | static_cast<std::uint32_t>(i);
        std::sort(keys.begin(), keys.end());
        prev.assign(k + 1, 0);
        next.assign(k + 1, 0);
        int p = k;
        order.resize(k);
        for (int r = 0; r < k; ++r) {
            const int i = static_cast<int>(keys[r] & 0xffffffffu);
            order[i] = r;
            next[p] = i;
            prev[i] = p;
            p = i;
        }
        next[p] = k;
        prev[k] = p;
    }
    bool before(int i, int j) const { return j == k || (i != k && order[i] < order[j]); }
};

}  // namespace

double mean_of_medians(const std::vector<int>& values, int width) {
    // Small windows: a sorted array and memmove beat everything.
    const int n = static_cast<int>(values.size());
    const bool even = width % 2 == 0;
    long long twice = 0;
    if (width <= 64) {
        std::vector<int> w(values.begin(), values.begin() + width);
        std::sort(w.begin(), w.end());
        for (int i = width;; ++i) {
            twice += w[(width - 1) / 2] + w[width / 2];
            if (i == n) break;
            const int in = values[i];
            int j = static_cast<int>(std::lower_bound(w.begin(), w.end(), values[i - width]) - w.begin());
            while (j > 0 && w[j - 1] > in) w[j] = w[j - 1], --j;
            while (j + 1 < width && w[j + 1] < in) w[j] = w[j + 1], ++j;
            w[j] = in;
        }
        return static_cast<double>(twice) / 2 / (n - width + 1);
    }
    // Otherwise counts of values in two levels of buckets, and a finger on the median.
    constexpr int kLow = -1'000'000;
    std::vector<int> count(2'000'001 + 1024), bucket(2'000'001 / 512 + 4);
    for (int i = 0; i < width; ++i) {
        ++count[values[i] - kLow];
        ++bucket[(values[i] - kLow) >> 9];
    }
    int finger = 0;  // bucket of the lower median
    int below = 0;   // values in buckets before it
    const int want = (width - 1) / 2;
    for (int i = width;; ++i) {
        while (below > want) below -= bucket[--finger];
        while (below + bucket[finger] <= want) below += bucket[finger++];
        int v = finger << 9, seen = below;
        while (seen + count[v] <= want) seen += count[v++];
        twice += v + kLow;
        if (even) {
            if (seen + count[v] <= want + 1) {
                ++v;
                while (v % 512 != 0 && count[v] == 0) ++v;
                if (v % 512 == 0) {
                    int b = v >> 9;
                    while (bucket[b] == 0) ++b;
                    v = b << 9;
                    while (count[v] == 0) ++v;
                }
            }
        }
        twice += v + kLow;
        if (i == n) break;
        const int in = values[i] - kLow, out = values[i - width] - kLow;
        ++count[in];
        ++bucket[in >> 9];
        --count[out];
        --bucket[out >> 9];
        below += (in >> 9 < finger) - (out >> 9 < finger);
    }
    return static_cast<double>(twice) / 2 / (n - width + 1);
}
