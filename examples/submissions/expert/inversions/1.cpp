// Bottom-up merge sort. Runs of eight are made by insertion sort, which counts its own shifts;
// the merges are branch-free apart from the loop condition.
#include <algorithm>
#include <cstdint>
#include <vector>

std::int64_t count_inversions(const std::vector<int>& values) {
    const std::size_t n = values.size();
    if (n < 2) return 0;
    constexpr std::size_t kRun = 8;
    std::vector<int> a(values), b(n);
    std::int64_t total = 0;

    for (std::size_t lo = 0; lo < n; lo += kRun) {
        const std::size_t hi = std::min(lo + kRun, n);
        for (std::size_t i = lo + 1; i < hi; ++i) {
            const int x = a[i];
            std::size_t j = i;
            while (j > lo && a[j - 1] > x) {
                a[j] = a[j - 1];
                --j;
            }
            a[j] = x;
            total += static_cast<std::int64_t>(i - j);
        }
    }

    int* src = a.data();
    int* dst = b.data();
    for (std::size_t width = kRun; width < n; width *= 2) {
        for (std::size_t lo = 0; lo < n; lo += 2 * width) {
            const std::size_t mid = std::min(lo + width, n), hi = std::min(lo + 2 * width, n);
            const int* l = src + lo;
            const int* const le = src + mid;
            const int* r = le;
            const int* const re = src + hi;
            int* out = dst + lo;
            if (l == le || r == re || *(le - 1) <= *r) {
                std::copy(l, re, out);
                continue;
            }
            while (l != le && r != re) {
                const bool right = *r < *l;
                total += right ? le - l : 0;
                *out++ = right ? *r : *l;
                l += !right;
                r += right;
            }
            out = std::copy(l, le, out);
            std::copy(r, re, out);
        }
        std::swap(src, dst);
    }
    return total;
}
