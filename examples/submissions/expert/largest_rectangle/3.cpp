// Height, left and right bound for each cell, updated row by row (no stack).
#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
    const int m = static_cast<int>(grid.size()), n = static_cast<int>(grid[0].size());
    std::vector<int> height(n, 0), left(n, 0), right(n, n);
    int best = 0;
    std::tuple<int, int, int, int> answer{0, 0, 0, 0};
    for (int i = 0; i < m; ++i) {
        int bound = 0;
        for (int j = 0; j < n; ++j) {
            if (grid[i][j] == '1') {
                ++height[j];
                left[j] = std::max(left[j], bound);
            } else {
                height[j] = left[j] = 0;
                bound = j + 1;
            }
        }
        bound = n;
        for (int j = n - 1; j >= 0; --j) {
            if (grid[i][j] == '1') {
                right[j] = std::min(right[j], bound);
            } else {
                right[j] = n;
                bound = j;
            }
            const int area = height[j] * (right[j] - left[j]);
            if (area > best) {
                best = area;
                answer = {i - height[j] + 1, left[j], height[j], right[j] - left[j]};
            }
        }
    }
    return answer;
}
