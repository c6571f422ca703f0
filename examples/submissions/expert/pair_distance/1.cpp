// Binary search for the answer over a sorted copy; a count is one pass of two pointers.
// Interpolating at first saves about half of the passes on even data, and every second step is a
// bisection, so that uneven data cannot hurt.
#include <algorithm>
#include <cstdint>
#include <vector>

long long kth_pair_distance(const std::vector<int>& values, long long k) {
    std::vector<std::uint32_t> a(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        a[i] = static_cast<std::uint32_t>(values[i]) + 0x80000000u;
    std::sort(a.begin(), a.end());
    const std::size_t n = a.size();

    auto count = [&](std::uint64_t d) {
        std::int64_t pairs = 0;
        std::size_t left = 0;
        for (std::size_t right = 1; right < n; ++right) {
            while (a[right] - a[left] > d) ++left;
            pairs += static_cast<std::int64_t>(right - left);
        }
        return pairs;
    };

    std::int64_t lo = -1, hi = static_cast<std::int64_t>(a.back()) - a.front();
    std::int64_t at_lo = 0, at_hi = static_cast<std::int64_t>(n) * (n - 1) / 2;
    for (bool guess = true; hi - lo > 1 && at_hi - at_lo > static_cast<std::int64_t>(n); guess = !guess) {
        std::int64_t mid = lo + (hi - lo) / 2;
        if (guess) {
            const double share = static_cast<double>(k - at_lo) / static_cast<double>(at_hi - at_lo);
            mid = lo + std::clamp<std::int64_t>(static_cast<std::int64_t>(share * static_cast<double>(hi - lo)), 1,
                                                hi - lo - 1);
        }
        const std::int64_t c = count(static_cast<std::uint64_t>(mid));
        if (c >= k) {
            hi = mid;
            at_hi = c;
        } else {
            lo = mid;
            at_lo = c;
        }
    }
    if (hi - lo == 1) return hi;

    // Few pairs are left in (lo, hi]: list them.
    std::vector<std::uint32_t> rest;
    rest.reserve(static_cast<std::size_t>(at_hi - at_lo));
    std::size_t from = 0;
    for (std::size_t right = 1; right < n; ++right) {
        while (static_cast<std::int64_t>(a[right] - a[from]) > hi) ++from;
        for (std::size_t left = from; left < right && static_cast<std::int64_t>(a[right] - a[left]) > lo; ++left)
            rest.push_back(a[right] - a[left]);
    }
    auto wanted = rest.begin() + (k - at_lo - 1);
    std::nth_element(rest.begin(), wanted, rest.end());
    return *wanted;
}
