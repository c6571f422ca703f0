#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace {

struct Best {
    int area = 0, top = 0, left = 0, height = 0, width = 0;
};

// Largest rectangle under the bars; the indices of rising bars are on the stack.
void scan(const std::vector<int>& bars, int row, std::vector<int>& stack, Best& best) {
    const int n = static_cast<int>(bars.size());  // the last one is a 0
    int size = 0;
    for (int c = 0; c < n; ++c) {
        const int h = bars[c];
        while (size > 0 && bars[stack[size - 1]] >= h) {
            const int bar = bars[stack[--size]];
            const int left = size > 0 ? stack[size - 1] + 1 : 0;
            if (bar * (c - left) > best.area) best = {bar * (c - left), row - bar + 1, left, bar, c - left};
        }
        stack[size++] = c;
    }
}

}  // namespace

std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
    std::vector<int> bars(grid[0].size() + 1), stack(bars.size());
    Best best;
    for (std::size_t r = 0; r < grid.size(); ++r) {
        for (std::size_t c = 0; c + 1 < bars.size(); ++c) bars[c] = (bars[c] + 1) * (grid[r][c] - '0');
        scan(bars, static_cast<int>(r), stack, best);
    }
    return {best.top, best.left, best.height, best.width};
}
