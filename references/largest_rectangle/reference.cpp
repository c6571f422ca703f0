// For each row, the bars of ones that stand on it, and a stack of rising bars over the columns, each with the
// first column to which it reaches back. A bar is known by the row of the last zero above its foot: that stays
// from row to row except where the new row has a zero, and zeros are found eight characters at a time.
#include <cstdint>
#include <cstring>
#include <string>
#include <tuple>
#include <vector>

std::tuple<int, int, int, int> largest_rectangle(const std::vector<std::string>& grid) {
  const int rows = static_cast<int>(grid.size());
  const int columns = static_cast<int>(grid[0].size());
  struct Bar {
    int zero;  // the row above the bar
    int first;
  };
  std::vector<int> zeros(columns + 1, -1);
  std::vector<Bar> bars(columns + 2);
  int best = 0;
  std::tuple<int, int, int, int> answer{0, 0, 0, 0};
  for (int row = 0; row < rows; ++row) {
    const char* const cells = grid[row].data();
    int column = 0;
    for (; column + 8 <= columns; column += 8) {
      std::uint64_t eight;
      std::memcpy(&eight, cells + column, 8);
      for (eight = ~eight & 0x0101010101010101u; eight != 0; eight &= eight - 1)
        zeros[column + (__builtin_ctzll(eight) >> 3)] = row;
    }
    for (; column < columns; ++column)
      if (cells[column] == '0') zeros[column] = row;

    // A bar of height 0 lies below all others, and one behind the last column takes them off.
    zeros[columns] = row;
    Bar* last = bars.data();
    last->zero = row;
    int top = row;  // of the last bar
    for (column = 0; column <= columns; ++column) {
      const int zero = zeros[column];
      if (zero == top) continue;
      int first = column;
      if (zero > top) {
        do {
          first = last->first;
          const int area = (row - top) * (column - first);
          if (area > best) {
            best = area;
            answer = {top + 1, first, row - top, column - first};
          }
          top = (--last)->zero;
        } while (zero > top);
        if (zero == top) continue;
      }
      *++last = {zero, first};
      top = zero;
    }
  }
  return answer;
}
