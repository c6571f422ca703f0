#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

std::pair<int, int> longest(std::string_view text, int limit) {
    int last[26];
    std::fill(std::begin(last), std::end(last), -1);
    const int n = static_cast<int>(text.size());
    int left = 0, distinct = 0, start = 0, best = 0;
    char previous = 0;
    for (int i = 0; i < n; ++i) {
        const char c = text[i];
        if (c != previous) {  // a letter equal to the one before changes nothing but its place
            if (last[c - 'a'] < left && ++distinct > limit) {
                if (i - left > best) {
                    best = i - left;
                    start = left;
                }
                if (previous != 0) last[previous - 'a'] = i - 1;
                int oldest = i;
                for (const int place : last)
                    if (place >= left && place < oldest) oldest = place;
                left = oldest + 1;
                --distinct;
            }
            if (previous != 0) last[previous - 'a'] = i - 1;
            last[c - 'a'] = i;
            previous = c;
        }
    }
    if (n - left > best) {
        best = n - left;
        start = left;
    }
    return {start, best};
}

}  // namespace

std::vector<std::pair<int, int>> longest_stretches(std::string_view text, const std::vector<int>& limits) {
    std::vector<std::pair<int, int>> answer;
    for (const int limit : limits) answer.push_back(limit == 0 ? std::pair{0, 0} : longest(text, limit));
    return answer;
}
