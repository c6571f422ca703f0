#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

// Randomised selection in the implicit sorted matrix a[j] - a[i]: draw a random remaining pair as pivot,
// count, and keep for each row only the columns that can still hold the answer.
std::int64_t kth_pair_distance(const std::vector<int>& values, std::int64_t k) {
    std::vector<std::int64_t> a(values.begin(), values.end());
    std::sort(a.begin(), a.end());
    const int n = static_cast<int>(a.size());
    std::vector<int> from(n), to(n), cut_low(n), cut_high(n);
    for (int i = 0; i < n; ++i) {
        from[i] = i + 1;
        to[i] = n;
    }
    std::int64_t dropped = 0;
    std::int64_t left = static_cast<std::int64_t>(n) * (n - 1) / 2;
    std::mt19937_64 random(12345);

    while (left > 4 * n) {
        std::int64_t pick = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(left));
        std::int64_t pivot = 0;
        for (int i = 0; i < n; ++i) {
            const int width = to[i] - from[i];
            if (pick < width) {
                pivot = a[from[i] + pick] - a[i];
                break;
            }
            pick -= width;
        }
        std::int64_t less = 0, equal = 0;
        for (int i = 0, p = 1, q = 1; i < n; ++i) {
            while (p < n && a[p] < a[i] + pivot) ++p;
            if (q < p) q = p;
            while (q < n && a[q] <= a[i] + pivot) ++q;
            cut_low[i] = std::clamp(p, from[i], to[i]);
            cut_high[i] = std::clamp(q, from[i], to[i]);
            less += cut_low[i] - from[i];
            equal += cut_high[i] - cut_low[i];
        }
        if (k <= dropped + less) {
            to.swap(cut_low);
            left = less;
        } else if (k <= dropped + less + equal) {
            return pivot;
        } else {
            from.swap(cut_high);
            dropped += less + equal;
            left -= less + equal;
        }
    }
    std::vector<std::int64_t> rest;
    for (int i = 0; i < n; ++i)
        for (int j = from[i]; j < to[i]; ++j) rest.push_back(a[j] - a[i]);
    auto wanted = rest.begin() + (k - dropped - 1);
    std::nth_element(rest.begin(), wanted, rest.end());
    return *wanted;
}
