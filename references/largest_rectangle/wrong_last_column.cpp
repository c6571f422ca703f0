// Forgets the bars that still stand at the right edge.
#include <string>
#include <tuple>
#include <vector>

std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
  const int columns = static_cast<int>(grid[0].size());
  std::vector<int> heights(columns);
  int best = 0;
  std::tuple<int, int, int, int> answer{0, 0, 0, 0};
  for (int row = 0; row < static_cast<int>(grid.size()); ++row) {
    std::vector<int> stack;
    for (int column = 0; column < columns; ++column) {
      heights[column] = grid[row][column] == '1' ? heights[column] + 1 : 0;
      while (!stack.empty() && heights[stack.back()] >= heights[column]) {
        const int height = heights[stack.back()];
        stack.pop_back();
        const int first = stack.empty() ? 0 : stack.back() + 1;
        if (height * (column - first) > best) {
          best = height * (column - first);
          answer = {row - height + 1, first, height, column - first};
        }
      }
      stack.push_back(column);
    }
  }
  return answer;
}
