#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace {

// Length of the common prefix of p and q, at most `limit`; eight bytes at a time.
int common(const char* p, const char* q, int limit) {
    int i = 0;
    while (i + 8 <= limit) {
        std::uint64_t x, y;
        std::memcpy(&x, p + i, 8);
        std::memcpy(&y, q + i, 8);
        if (x != y) return i + (__builtin_ctzll(x ^ y) >> 3);
        i += 8;
    }
    while (i < limit && p[i] == q[i]) ++i;
    return i;
}

}  // namespace

std::optional<int> edit_within(std::string_view a, std::string_view b, int k) {
    if (a.size() > b.size()) std::swap(a, b);
    const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
    const int delta = m - n;
    if (delta > k) return std::nullopt;
    // Of k edits, delta must be insertions; (k - delta) / 2 can lead below the main diagonal and back.
    const int below = (k - delta) / 2, above = delta + below;
    const int width = below + above + 3, zero = below + 1;
    std::vector<int> before(width, -2), now(width, -2);
    for (int e = 0; e <= k; ++e) {
        const int lo = std::max(-below, -e), hi = std::min(above, e);
        for (int d = lo; d <= hi; ++d) {
            int i = 0;
            if (e > 0) {
                i = std::max(before[zero + d] + 1, before[zero + d + 1] + 1);
                i = std::max(i, before[zero + d - 1]);
            }
            const int end = std::min(n, m - d);
            if (i > end) i = end;
            if (i < 0) i = 0;
            if (i + d >= 0) i += common(a.data() + i, b.data() + i + d, end - i);
            now[zero + d] = i;
        }
        if (delta <= hi && now[zero + delta] >= n) return e;
        before.swap(now);
    }
    return std::nullopt;
}
