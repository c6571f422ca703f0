// Band of width 2k + 1 around the diagonal: O(n k).
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

std::optional<int> edit_within(const std::string& a, const std::string& b, int k) {
    const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
    if (std::abs(n - m) > k) return std::nullopt;
    const int big = k + 1;
    std::vector<int> row(m + 2, big);
    for (int j = 0; j <= std::min(m, k); ++j) row[j] = j;
    for (int i = 1; i <= n; ++i) {
        const int lo = std::max(1, i - k), hi = std::min(m, i + k);
        int diagonal = row[lo - 1];
        row[lo - 1] = lo == 1 ? std::min(i, big) : big;
        int least = row[lo - 1];
        for (int j = lo; j <= hi; ++j) {
            const int above = j == i + k ? big : row[j];
            int best = diagonal + (a[i - 1] != b[j - 1]);
            best = std::min({best, above + 1, row[j - 1] + 1, big});
            diagonal = row[j];
            row[j] = best;
            least = std::min(least, best);
        }
        if (least > k) return std::nullopt;
    }
    if (row[m] > k) return std::nullopt;
    return row[m];
}
