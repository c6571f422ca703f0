// For each pair of rows, the longest run of columns that hold only ones between them.
#include <string>
#include <tuple>
#include <vector>

std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
  const int rows = static_cast<int>(grid.size()), columns = static_cast<int>(grid[0].size());
  int best = 0;
  std::tuple<int, int, int, int> answer{0, 0, 0, 0};
  for (int top = 0; top < rows; ++top) {
    std::string full = grid[top];
    for (int bottom = top; bottom < rows; ++bottom) {
      int run = 0;
      for (int column = 0; column < columns; ++column) {
        if (grid[bottom][column] == '0') full[column] = '0';
        run = full[column] == '1' ? run + 1 : 0;
        if (run * (bottom - top + 1) > best) {
          best = run * (bottom - top + 1);
          answer = {top, column - run + 1, bottom - top + 1, run};
        }
      }
    }
  }
  return answer;
}
