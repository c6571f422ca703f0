// Z-function; a prefix of length l has period p if z[p] >= l - p.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

int count_periodic_prefixes(const std::string& text, const std::vector<std::pair<int, int>>& queries, bool whole) {
    const int n = static_cast<int>(text.size());
    const char* const s = text.data();
    std::vector<int> z(n + 1);
    z[0] = n;
    for (int i = 1, l = 0, r = 0; i < n; ++i) {
        if (i < r && z[i - l] < r - i) {
            z[i] = z[i - l];
            continue;
        }
        int k = std::max(0, r - i);
        while (i + k < n && s[k] == s[i + k]) ++k;
        z[i] = k;
        if (i + k > r) {
            l = i;
            r = i + k;
        }
    }
    int yes = 0;
    for (const auto& [length, period] : queries)
        yes += z[period] >= length - period && (!whole || length % period == 0);
    return yes;
}
