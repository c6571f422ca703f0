// Diagonals; the frontier is updated in place from left to right.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

std::optional<int> edit_within(const std::string& a, const std::string& b, int k) {
    const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
    if (std::abs(n - m) > k) return std::nullopt;
    std::vector<int> reach(2 * k + 5, -1);
    const int zero = k + 2;
    for (int e = 0; e <= k; ++e) {
        for (int d = -e; d <= e; ++d) {
            int i = e == 0 ? 0 : std::max({reach[zero + d - 1], reach[zero + d] + 1, reach[zero + d + 1] + 1});
            i = std::min(i, std::min(n, m - d));
            if (i < 0 || i + d < 0) continue;
            while (i < n && i + d < m && a[i] == b[i + d]) ++i;
            reach[zero + d] = i;
        }
        if (reach[zero + m - n] >= n) return e;
    }
    return std::nullopt;
}
