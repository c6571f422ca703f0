// Classic shrinking window with an array of counts.
#include <string>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> longest_stretches(const std::string& text, const std::vector<int>& limits) {
    std::vector<std::pair<int, int>> out;
    out.reserve(limits.size());
    for (int limit : limits) {
        int count[26] = {0};
        int distinct = 0, start = 0, best = 0;
        std::size_t left = 0;
        for (std::size_t right = 0; right < text.size(); ++right) {
            if (count[text[right] - 'a']++ == 0) ++distinct;
            while (distinct > limit)
                if (--count[text[left++] - 'a'] == 0) --distinct;
            const int length = static_cast<int>(right + 1 - left);
            if (length > best) {
                best = length;
                start = static_cast<int>(left);
            }
        }
        out.emplace_back(start, best);
    }
    return out;
}
