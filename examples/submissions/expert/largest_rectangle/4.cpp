#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// As usual with a stack, but a bar is only measured if no higher area could be there already: the bound
// `enough[h]` is the width from which a bar of height h beats the best so far.
std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
    const int rows = static_cast<int>(grid.size()), columns = static_cast<int>(grid.front().size());
    struct Bar {
        int height, first;
    };
    std::vector<int> heights(columns + 1), enough(rows + 1, 1);
    std::vector<Bar> bars(columns + 2);
    int top = 0, left = 0, high = 0, wide = 0;
    for (int r = 0; r < rows; ++r) {
        const std::string_view row = grid[r];
        for (int c = 0; c < columns; ++c) heights[c] = row[c] == '1' ? heights[c] + 1 : 0;
        Bar* last = bars.data();
        *last = {0, 0};
        for (int c = 0; c <= columns; ++c) {
            const int h = heights[c];
            if (h >= last->height) {
                if (h > last->height) *++last = {h, c};
                continue;
            }
            int first;
            do {
                first = last->first;
                if (c - first >= enough[last->height]) {
                    high = last->height;
                    wide = c - first;
                    top = r - high + 1;
                    left = first;
                    for (int k = 1; k <= rows; ++k) enough[k] = high * wide / k + 1;
                }
                --last;
            } while (last->height > h);
            if (last->height < h) *++last = {h, first};
        }
    }
    return {top, left, high, wide};
}
