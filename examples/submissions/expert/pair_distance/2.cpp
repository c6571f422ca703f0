#include <algorithm>
#include <cstdint>
#include <vector>

// Number of pairs at distance <= d in the sorted array; `reach` moves forward only.
static int64_t pairs_within(const uint32_t* a, uint32_t n, uint32_t d) {
    const uint32_t* reach = a;
    const uint32_t* const end = a + n;
    int64_t total = 0;
    for (const uint32_t* p = a; p != end; ++p) {
        const uint32_t top = *p + d;
        while (reach != end && *reach <= top) ++reach;
        total += reach - p;
    }
    return total - n;
}

static void radix_sort(std::vector<uint32_t>& a) {
    std::vector<uint32_t> b(a.size());
    for (int shift = 0; shift < 32; shift += 8) {
        uint32_t start[257] = {};
        for (uint32_t x : a) ++start[(x >> shift & 255) + 1];
        for (int i = 0; i < 256; ++i) start[i + 1] += start[i];
        for (uint32_t x : a) b[start[x >> shift & 255]++] = x;
        a.swap(b);
    }
}

int kth_pair_distance(const std::vector<int>& values, int64_t k) {
    const int smallest = *std::min_element(values.begin(), values.end());
    std::vector<uint32_t> a;
    a.reserve(values.size());
    for (int v : values) a.push_back(static_cast<uint32_t>(v) - static_cast<uint32_t>(smallest));
    radix_sort(a);
    const uint32_t n = static_cast<uint32_t>(a.size());

    uint32_t low = 0, high = a.back();  // the answer is in [low, high]
    int64_t below = 0, within = static_cast<int64_t>(n) * (n - 1) / 2;
    int step = 0;
    while (low < high && within - below > n / 2) {
        const uint32_t width = high - low;
        uint32_t mid = low + width / 2;
        if (step++ % 3 != 2) {
            const double rank = double(k - below) / double(within - below);
            const double shifted = rank < .5 ? rank * 1.05 + .01 : rank * .95 - .01;
            mid = low + static_cast<uint32_t>(width * std::min(.999, std::max(.0, shifted)));
        }
        const int64_t c = pairs_within(a.data(), n, mid);
        if (c >= k) {
            high = mid;
            within = c;
        } else {
            low = mid + 1;
            below = c;
        }
    }
    if (low == high) return static_cast<int>(low);
    std::vector<uint32_t> d;
    d.reserve(within - below);
    uint32_t first = 0;
    for (uint32_t i = 0; i < n; ++i) {
        first = std::max(first, i + 1);
        while (first < n && a[first] - a[i] < low) ++first;
        for (uint32_t j = first; j < n && a[j] - a[i] <= high; ++j) d.push_back(a[j] - a[i]);
    }
    std::nth_element(d.begin(), d.begin() + (k - below - 1), d.end());
    return static_cast<int>(d[k - below - 1]);
}
