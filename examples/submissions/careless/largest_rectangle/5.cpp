#include <string>
#include <vector>
#include <tuple>
#include <algorithm>
#include <iostream>
std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
    int rows = grid.size(), cols = grid[0].size();
    std::vector<int> h(cols);
    int best = 0;
    std::tuple<int, int, int, int> ans{0, 0, 0, 0};
    for (int r = 0; r < rows; r++) {
        for (int c = 0; c < cols; c++) h[c] = grid[r][c] == '1' ? h[c] + 1 : 0;
        for (int c = 0; c < cols; c++) {
            int low = h[c];
            for (int d = c; d < cols && low > 0; d++) {
                low = std::min(low, h[d]);
                if (low * (d - c + 1) > best) {
                    best = low * (d - c + 1);
                    ans = {r - low + 1, c, low, d - c + 1};
                    std::cout << "better: " << best << std::endl;
                }
            }
        }
    }
    return ans;
}
