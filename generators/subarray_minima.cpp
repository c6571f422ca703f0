// Tables in which minima reach far (rising and falling slopes), near (random entries), and in which many
// entries are equal. The number of rows grows with the square root of the columns' number, so that strips
// and columns both matter.
#include "effk/generator.h"

#include <algorithm>

namespace {

using Row = std::vector<std::int64_t>;
using Arguments = std::tuple<std::vector<Row>>;

constexpr std::int64_t kLargest = 1'000'000'000;

std::vector<Row> random_table(std::int64_t rows, std::int64_t columns, std::int64_t low, std::int64_t high,
                              effk::Random& random) {
  std::vector<Row> table(static_cast<std::size_t>(rows), Row(static_cast<std::size_t>(columns)));
  for (Row& row : table)
    for (std::int64_t& entry : row) entry = random.between(low, high);
  return table;
}

Arguments corner_case(const effk::Case& c, effk::Random& random) {
  switch (c.number) {
    case 0: return {{{0}}};
    case 1: return {{{-kLargest}}};
    case 2: return {{{3, 1, 2}}};
    case 3: return {{{1, 2}, {0, -4}}};
    case 4: return {std::vector<Row>(4, Row(5, 7))};  // all equal
    case 5: return {std::vector<Row>(5, Row(9, -kLargest))};
    case 6: return {{{1}, {2}, {2}, {1}, {3}, {-1}}};
    case 7: return {random_table(3, c.size, 0, 1, random)};
    default: return {random_table(random.between(1, 5), random.between(1, c.size), -4, 4, random)};
  }
}

// Rises or falls along the columns in long slopes, with a little noise.
std::vector<Row> slopes(std::int64_t rows, std::int64_t columns, effk::Random& random) {
  std::vector<Row> table(static_cast<std::size_t>(rows), Row(static_cast<std::size_t>(columns)));
  std::int64_t height = 0, step = 0, left = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(columns); ++i) {
    if (left-- == 0) {
      left = random.between(columns / 8, columns / 3);
      step = random.between(-200'000, 200'000);
    }
    height += step;
    for (Row& row : table) row[i] = height + random.between(-400'000, 400'000);
  }
  for (Row& row : table)
    for (std::int64_t& entry : row) entry = std::clamp(entry, -kLargest, kLargest);
  return table;
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner_case(c, random);
  std::int64_t rows = 5;
  while (rows * rows < c.size / 2) ++rows;
  const std::int64_t columns = c.size - random.between(0, c.size / 50);
  switch (c.number % 4) {
    case 0: return {random_table(rows, columns, -kLargest, kLargest, random)};
    case 1: return {slopes(rows, columns, random)};
    case 2: return {random_table(rows, columns, 900'000'000, kLargest, random)};
    default: return {random_table(rows, columns, -50, 5, random)};
  }
}

void valid(const std::vector<Row>& table) {
  effk::require(!table.empty() && table.size() <= 40, "table has 1 to 40 rows");
  effk::require(!table[0].empty() && table[0].size() <= 4000, "a row has 1 to 4000 entries");
  for (const Row& row : table) {
    effk::require(row.size() == table[0].size(), "all rows are equally long");
    for (std::int64_t entry : row)
      effk::require(-kLargest <= entry && entry <= kLargest, "each entry is from -1,000,000,000 to 1,000,000,000");
  }
}

}  // namespace

EFFK_GENERATOR(generate, valid)
