// Grids with high columns of ones, whose heights differ from column to column: few zeros anywhere, stairs, and
// large rectangles of nearly the same size.
#include "effk/generator.h"

#include <algorithm>

namespace {

using Grid = std::vector<std::string>;
using Rectangle = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

Grid random_grid(std::int64_t rows, std::int64_t columns, double zeros, effk::Random& random) {
  Grid grid(static_cast<std::size_t>(rows), std::string(static_cast<std::size_t>(columns), '1'));
  for (std::string& line : grid)
    for (char& cell : line)
      if (random.chance(zeros)) cell = '0';
  return grid;
}

// Zeros along rising and falling stairs, the rest ones.
Grid stairs(std::int64_t rows, std::int64_t columns, effk::Random& random) {
  Grid grid(static_cast<std::size_t>(rows), std::string(static_cast<std::size_t>(columns), '1'));
  for (int flight = 0; flight < 6; ++flight) {
    std::int64_t row = random.between(0, rows - 1);
    const std::int64_t step = random.chance(0.5) ? 1 : -1;
    for (std::int64_t column = random.between(0, columns / 2); column < columns; ++column) {
      if (row < 0 || row >= rows) break;
      grid[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = '0';
      row += step * random.between(0, 2);
    }
  }
  return grid;
}

// Full blocks that differ by a row or a column, apart by single zeros, among some noise.
Grid blocks(std::int64_t rows, std::int64_t columns, effk::Random& random) {
  Grid grid = random_grid(rows, columns, 0.02, random);
  const std::int64_t side = std::max<std::int64_t>(2, std::min(rows, columns) / 6);
  for (std::int64_t top = 0; top + side + 2 < rows; top += side + 3) {
    for (std::int64_t left = 0; left + side + 2 < columns; left += side + 3) {
      const std::int64_t height = side + random.between(0, 1), width = side + random.between(0, 1);
      for (std::int64_t i = top; i < top + height; ++i)
        for (std::int64_t j = left; j < left + width; ++j)
          grid[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] = '1';
    }
  }
  return grid;
}

Grid corner_case(const effk::Case& c, effk::Random& random) {
  switch (c.number) {
    case 0: return {"0"};
    case 1: return {"1"};
    case 2: return {"00", "00"};
    case 3: return {"0110", "1111", "1110"};
    case 4: return Grid(4, "11111");
    case 5: return {"0001111"};
    case 6: return {"0", "1", "1", "0", "1", "1", "1"};
    case 7: return {"10101", "01010", "10101"};  // every one alone
    case 8: return {"111100", "111100", "001111", "001111"};
    case 9: return {"1000001", "1100011", "1110111", "1111111"};
    default:
      return random_grid(random.between(1, c.size), random.between(1, c.size), random.real(0.05, 0.6), random);
  }
}

std::tuple<Grid> generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return {corner_case(c, random)};
  // Fewer columns than rows, but not by much: neither pairs of columns nor pairs of rows are a way out. Random
  // zeros change the stack most often, so those grids are lower.
  const std::int64_t columns = c.size * 4 / 5 - random.between(0, c.size / 50);
  const std::int64_t rows = c.size * (c.number % 4 < 2 ? 17 : 20) / 16 - random.between(0, c.size / 50);
  switch (c.number % 4) {
    case 0: return {random_grid(rows, columns, 0.005, random)};
    case 1: return {random_grid(rows, columns, 0.05, random)};
    case 2: return {stairs(rows, columns, random)};
    default: return {blocks(rows, columns, random)};
  }
}

void valid(const Grid& grid) {
  effk::require(!grid.empty() && grid.size() <= 2000, "the grid has 1 to 2000 rows");
  effk::require(!grid[0].empty() && grid[0].size() <= 2000, "a row has 1 to 2000 characters");
  for (const std::string& line : grid) {
    effk::require(line.size() == grid[0].size(), "all rows are equally long");
    for (char cell : line) effk::require(cell == '0' || cell == '1', "a row consists of zeros and ones");
  }
}

void check(const Grid& grid, const Rectangle& expected, const Rectangle& found) {
  const auto& [top, left, height, width] = found;
  const std::int64_t largest = std::get<2>(expected) * std::get<3>(expected);
  if (largest == 0) {
    effk::require(found == Rectangle{0, 0, 0, 0}, "without any one, the answer is (0, 0, 0, 0)");
    return;
  }
  const auto rows = static_cast<std::int64_t>(grid.size()), columns = static_cast<std::int64_t>(grid[0].size());
  effk::require(1 <= height && height <= rows && 1 <= width && width <= columns,
                "the rectangle has at least one row and one column and is no larger than the grid");
  effk::require(0 <= top && top <= rows - height && 0 <= left && left <= columns - width,
                "the rectangle lies within the grid");
  effk::require(height * width == largest, "the rectangle holds as many ones as any");
  for (std::int64_t i = top; i < top + height; ++i)
    for (std::int64_t j = left; j < left + width; ++j)
      effk::require(grid[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] == '1',
                    "the rectangle holds only ones");
}

}  // namespace

EFFK_GENERATOR_WITH_CHECK(generate, valid, check)
