#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

std::vector<int> z_function(std::string_view s) {
    const int n = static_cast<int>(s.size());
    std::vector<int> z(n + 1, 0);
    int left = 0, right = 0;
    for (int i = 1; i < n; ++i) {
        int k = i < right ? std::min(right - i, z[i - left]) : 0;
        while (i + k < n && s[k] == s[i + k]) ++k;
        z[i] = k;
        if (i + k > right) left = i, right = i + k;
    }
    z[0] = n;
    return z;
}

int count_periodic_prefixes(std::string_view text, const std::vector<std::pair<int, int>>& queries, bool whole) {
    const std::vector<int> z = z_function(text);
    return static_cast<int>(std::count_if(queries.begin(), queries.end(), [&](const auto& q) {
        return q.second + z[q.second] >= q.first && (!whole || q.first % q.second == 0);
    }));
}
