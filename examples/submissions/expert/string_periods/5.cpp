// Prefix function: the shortest period of a prefix is l - pi[l]; all periods are multiples of it.
#include <string>
#include <utility>
#include <vector>

int count_periodic_prefixes(const std::string& text, const std::vector<std::pair<int, int>>& queries, bool whole) {
    const int n = static_cast<int>(text.size());
    std::vector<int> border(n + 1);
    for (int i = 2, k = 0; i <= n; ++i) {
        while (k > 0 && text[k] != text[i - 1]) k = border[k];
        if (text[k] == text[i - 1]) ++k;
        border[i] = k;
    }
    int yes = 0;
    for (const auto& [length, period] : queries) {
        const int shortest = length - border[length];
        if (period % shortest != 0) continue;
        if (whole && length % period != 0) continue;
        ++yes;
    }
    return yes;
}
