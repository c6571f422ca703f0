#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace {

// before[i] is where the letter at i occurred last, -1 if nowhere; a new letter is one with before[i] < left.
// `left` is moved on only when it must be, by looking for the first letter that does not come again.
std::pair<int, int> longest(const std::vector<int>& before, const std::vector<int>& after, int limit) {
    const int n = static_cast<int>(before.size());
    const int* const place = before.data();
    int left = 0, room = limit, best = 0, start = 0, right = 0;
    if (limit == 0) return {0, 0};
    for (;;) {
        while (right < n && (place[right] >= left || --room >= 0)) ++right;
        if (right - left > best) {
            best = right - left;
            start = left;
        }
        if (right == n || n - left <= best) return {start, best};
        while (after[left] < right) ++left;
        ++left;
        room = 0;
        // The letter at `right` may have been the one that left; it is counted anew.
        if (place[right] < left) ++right;
    }
}

}  // namespace

std::vector<std::pair<int, int>> longest_stretches(std::string_view text, const std::vector<int>& limits) {
    const int n = static_cast<int>(text.size());
    std::vector<int> before(n), after(n, n), last(256, -1);
    for (int i = 0; i < n; ++i) {
        int& place = last[static_cast<unsigned char>(text[i])];
        before[i] = place;
        if (place >= 0) after[place] = i;
        place = i;
    }
    std::vector<std::pair<int, int>> answer;
    answer.reserve(limits.size());
    for (const int limit : limits) answer.push_back(longest(before, after, limit));
    return answer;
}
