#include <stack>
#include <string>
#include <tuple>
#include <vector>

// Monotonic stack over the columns of each row's histogram.
std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
    const int rows = static_cast<int>(grid.size()), columns = static_cast<int>(grid[0].size());
    std::vector<int> h(columns), stack;
    int best = 0;
    std::tuple<int, int, int, int> answer{0, 0, 0, 0};
    for (int r = 0; r < rows; ++r) {
        stack.clear();
        for (int c = 0; c < columns; ++c) {
            h[c] = grid[r][c] == '1' ? h[c] + 1 : 0;
            while (!stack.empty() && h[stack.back()] > h[c]) {
                const int height = h[stack.back()];
                stack.pop_back();
                const int left = stack.empty() ? 0 : stack.back() + 1;
                if (height * (c - left) > best) {
                    best = height * (c - left);
                    answer = {r - height + 1, left, height, c - left};
                }
            }
            stack.push_back(c);
        }
        // What is still on the stack reaches the right border.
        while (stack.size() > 1) {
            const int height = h[stack.back()];
            stack.pop_back();
            const int left = stack.back() + 1;
            if (height * (columns - left) > best) {
                best = height * (columns - left);
                answer = {r - height + 1, left, height, columns - left};
            }
        }
    }
    return answer;
}
