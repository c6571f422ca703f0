// The window never shrinks: once a stretch of some length was found, only longer ones matter, so the left end
// follows the right one step by step while the window holds too many letters.
#include <array>
#include <string>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> longest_stretches(const std::string& text, const std::vector<int>& limits) {
    const int n = static_cast<int>(text.size());
    const char* const s = text.data();
    std::vector<std::pair<int, int>> result;
    std::array<std::pair<int, int>, 31> known;
    known.fill({-1, -1});
    for (const int limit : limits) {
        if (known[limit].first >= 0) {  // the same limit again
            result.push_back(known[limit]);
            continue;
        }
        int count[128] = {};
        int distinct = 0, left = 0, start = 0, best = 0;
        for (int right = 0; limit > 0 && right < n; ++right) {
            distinct += count[static_cast<int>(s[right])]++ == 0;
            if (distinct > limit) {
                distinct -= --count[static_cast<int>(s[left++])] == 0;
            } else if (right - left + 1 > best) {
                best = right - left + 1;
                start = left;
            }
        }
        known[limit] = {start, best};
        result.emplace_back(start, best);
    }
    return result;
}
