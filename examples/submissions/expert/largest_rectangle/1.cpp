// Histogram of each row and a monotonic stack of (height, first column).
#include <string>
#include <tuple>
#include <vector>

std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
    const int rows = static_cast<int>(grid.size()), width = static_cast<int>(grid[0].size());
    std::vector<int> up(width + 1), height(width + 2), start(width + 2);
    int best = 0, top = 0, left = 0, best_height = 0, best_width = 0;
    for (int r = 0; r < rows; ++r) {
        const char* row = grid[r].data();
        int depth = 0;
        height[0] = 0;
        for (int c = 0; c <= width; ++c) {
            int h = 0;
            if (c < width) up[c] = h = row[c] == '1' ? up[c] + 1 : 0;
            int from = c;
            while (height[depth] > h) {
                from = start[depth];
                const int area = height[depth] * (c - from);
                if (area > best) {
                    best = area;
                    best_height = height[depth];
                    best_width = c - from;
                    top = r - best_height + 1;
                    left = from;
                }
                --depth;
            }
            if (height[depth] < h) {
                ++depth;
                height[depth] = h;
                start[depth] = from;
            }
        }
    }
    return {top, left, best_height, best_width};
}
