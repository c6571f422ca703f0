#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

// Works on runs of equal letters, and on the positions at which letters occur next, so a shrinking step is
// one jump: the window must begin behind the last occurrence of the letter that is to leave.
std::vector<std::tuple<int, int>> longest_stretches(const std::string& text, const std::vector<int>& limits) {
    const int n = static_cast<int>(text.size());
    std::vector<std::tuple<int, int>> result;
    result.reserve(limits.size());
    std::vector<int> next(n);
    {
        int place[26];
        for (int& p : place) p = n;
        for (int i = n; i-- > 0;) {
            next[i] = place[text[i] - 'a'];
            place[text[i] - 'a'] = i;
        }
    }
    std::vector<int> previous(n, -1);
    for (int i = 0; i < n; ++i)
        if (next[i] < n) previous[next[i]] = i;

    for (const int limit : limits) {
        int left = 0, distinct = 0, best = 0, start = 0;
        if (limit > 0) {
            for (int right = 0; right < n; ++right) {
                if (previous[right] < left && ++distinct > limit) {
                    // Everything up to the first letter that does not come again before `right` goes.
                    if (right - left > best) {
                        best = right - left;
                        start = left;
                    }
                    while (next[left] <= right) ++left;
                    ++left;
                    --distinct;
                }
            }
            if (n - left > best) {
                best = n - left;
                start = left;
            }
        }
        result.emplace_back(start, best);
    }
    return result;
}
