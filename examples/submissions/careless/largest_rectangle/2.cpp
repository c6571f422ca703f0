#include <string>
#include <vector>
#include <tuple>
using namespace std;
tuple<int, int, int, int> largest_rectangle(const vector<string>& grid) {
    int best = 0, br = 0, bc = 0, bw = 0;
    for (int r = 0; r < grid.size(); r++) {
        int run = 0;
        for (int c = 0; c < grid[r].size(); c++) {
            if (grid[r][c] == '1') run++;
            else run = 0;
            if (run > best) { best = run; br = r; bc = c - run + 1; bw = run; }
        }
    }
    return {br, bc, best > 0 ? 1 : 0, bw};
}
