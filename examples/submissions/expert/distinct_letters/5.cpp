#include <string>
#include <utility>
#include <vector>

// Window that only grows or slides. The start is read off at the end.
std::vector<std::pair<int, int>> longest_stretches(const std::string& text, const std::vector<int>& limits) {
    std::vector<std::pair<int, int>> out;
    const int n = static_cast<int>(text.size());
    for (const int limit : limits) {
        int count[128] = {};
        int distinct = 0, left = 0, start = 0, best = 0;
        for (int right = 0; right < n; ++right) {
            distinct += count[static_cast<int>(text[right])]++ == 0;
            if (distinct > limit) distinct -= --count[static_cast<int>(text[left++])] == 0;
            if (distinct <= limit) {
                start = left;
                best = right - left + 1;
            }
        }
        out.emplace_back(start, best);
    }
    return out;
}
