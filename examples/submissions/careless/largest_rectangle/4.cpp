#include <string>
#include <vector>
#include <tuple>
using namespace std;
tuple<int, int, int, int> largest_rectangle(const vector<string>& grid) {
    int best = 0;
    tuple<int, int, int, int> ans;
    for (size_t r = 0; r < grid.size(); r++)
        for (size_t c = 0; c < grid[r].size(); c++) {
            size_t w = grid[r].size() - c;
            for (size_t k = r; grid.at(k).at(c) == '1'; k++) {   // no end of the grid
                size_t run = 0;
                while (run < w && grid[k][c + run] == '1') run++;
                w = run;
                if ((int)(w * (k - r + 1)) > best) {
                    best = w * (k - r + 1);
                    ans = {(int)r, (int)c, (int)(k - r + 1), (int)w};
                }
            }
        }
    return ans;
}
