// Furthest reaching points on diagonals, only those from which the goal can still be reached.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

std::optional<int> edit_within(const std::string& a, const std::string& b, int k) {
    const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
    const int goal = m - n;
    if (goal > k || -goal > k) return std::nullopt;
    const int size = 2 * k + 5, zero = k + 2;
    constexpr int kFar = -(1 << 29);
    std::vector<int> reach(size, kFar);
    const char* const s = a.data();
    const char* const t = b.data();

    const auto slide = [&](int i, int d) {
        const int end = std::min(n, m - d);
        while (i < end && s[i] == t[i + d]) ++i;
        return i;
    };

    reach[zero] = slide(0, 0);
    if (goal == 0 && reach[zero] == n) return 0;
    for (int e = 1; e <= k; ++e) {
        const int lo = std::max(-e, goal - (k - e)), hi = std::min(e, goal + (k - e));
        int left = reach[zero + lo - 1];
        int here = reach[zero + lo];
        for (int d = lo; d <= hi; ++d) {
            const int right = reach[zero + d + 1];
            int i = std::max({left, here + 1, right + 1});
            left = here;
            here = right;
            i = std::min(i, std::min(n, m - d));
            if (i >= 0) i = slide(i, d);
            reach[zero + d] = i;
        }
        if (lo <= goal && goal <= hi && reach[zero + goal] >= n) return e;
    }
    return std::nullopt;
}
