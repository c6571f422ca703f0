// For each strip of consecutive rows: the minima of its columns, then one pass with a stack of rising values.
// The blocks of a strip that end at column i have minima that sum to
//   sum(i) = sum(p) + value(i) * (i - p),  p the last column before i whose value is smaller.
// A strip's sum is below 4000 * 4001 / 2 * 1e9 < 2^53, so one reduction a strip is enough.
#include <climits>
#include <cstdint>
#include <vector>

int sum_of_minima(const std::vector<std::vector<int>>& table) {
  constexpr std::int64_t kModulus = 1'000'000'007;
  struct Smaller {
    std::int64_t sum;
    int value;
    int column;
  };
  const int rows = static_cast<int>(table.size());
  const int columns = static_cast<int>(table[0].size());
  std::vector<Smaller> stack(columns + 1);
  stack[0] = {0, INT_MIN, -1};  // smaller than every entry
  std::vector<int> minima(columns);

  std::int64_t total = 0;
  for (int top = 0; top < rows; ++top) {
    minima = table[top];
    for (int bottom = top; bottom < rows; ++bottom) {
      const int* const row = table[bottom].data();
      Smaller* above = stack.data();
      std::int64_t strip = 0;
      for (int i = 0; i < columns; ++i) {
        int value = minima[i];
        if (row[i] < value) minima[i] = value = row[i];
        while (above->value >= value) --above;
        const std::int64_t sum = above->sum + static_cast<std::int64_t>(value) * (i - above->column);
        strip += sum;
        *++above = {sum, value, i};
      }
      total = (total + strip) % kModulus;
    }
  }
  return static_cast<int>(total < 0 ? total + kModulus : total);
}
