// A grid that grows with the points (Khuller, Matias 1995): points come in a scattered order, and each is
// compared with those before it in the four cells that its surroundings can touch. Cells are twice as wide as
// the smallest distance so far; the grid is made anew when that has halved. Cells are hashed into chains that
// do not tell them apart: a stranger in a chain costs one comparison.
#include <cmath>
#include <cstdint>
#include <tuple>
#include <vector>

namespace {

struct Entry {
  double x, y;
  std::uint32_t next;  // in the chain, 0: none
};

}  // namespace

double closest_distance(const std::vector<std::tuple<double, double>>& points) {
  const std::uint32_t n = static_cast<std::uint32_t>(points.size());
  int bits = 4;
  while (std::uint32_t{1} << bits < n) ++bits;
  const int shift = 64 - bits;
  std::vector<std::uint32_t> heads_memory(std::size_t{1} << bits);
  std::vector<Entry> entry_memory(n + 1);
  std::uint32_t* const heads = heads_memory.data();
  Entry* const entries = entry_memory.data();

  constexpr std::uint64_t kRow = 0x9e3779b97f4a7c15u, kColumn = 0xd1342543de82ef95u;
  double squared = INFINITY;
  double per_width = 0;            // 1 / width of a cell; at first one cell holds all
  double remake_below = INFINITY;  // of squared

  // A step that shares no divisor with n takes every point once, in an order unlike that of the input.
  std::uint32_t step = static_cast<std::uint32_t>(n * 0.6180339887);
  const auto shares_divisor = [n](std::uint32_t a) {
    std::uint32_t b = n;
    while (a != 0) {
      const std::uint32_t rest = b % a;
      b = a;
      a = rest;
    }
    return b != 1;
  };
  if (step == 0) step = 1;
  while (shares_divisor(step)) ++step;

  std::uint32_t at = 0;
  for (std::uint32_t i = 1; i <= n; ++i) {
    const auto [x, y] = points[at];
    at += step;
    if (at >= n) at -= n;

    // Moved above 0, so that cutting off rounds down.
    const double column_place = (x + 1048576.0) * per_width, row_place = (y + 1048576.0) * per_width;
    const std::int64_t column = static_cast<std::int64_t>(column_place),
                       row = static_cast<std::int64_t>(row_place);
    const std::uint64_t own_column = static_cast<std::uint64_t>(column) * kColumn;
    const std::uint64_t own_row = static_cast<std::uint64_t>(row) * kRow;
    const std::uint64_t near_column =
        column_place - static_cast<double>(column) < 0.5 ? own_column - kColumn : own_column + kColumn;
    const std::uint64_t near_row =
        row_place - static_cast<double>(row) < 0.5 ? own_row - kRow : own_row + kRow;
    const double before = squared;
    const auto compare = [&](std::uint32_t other) {
      for (; other != 0; other = entries[other].next) {
        const double dx = entries[other].x - x, dy = entries[other].y - y;
        const double distance = dx * dx + dy * dy;
        if (distance < squared) squared = distance;
      }
    };
    std::uint32_t& head = heads[(own_column + own_row) >> shift];
    compare(head);
    compare(heads[(near_column + own_row) >> shift]);
    compare(heads[(own_column + near_row) >> shift]);
    compare(heads[(near_column + near_row) >> shift]);
    entries[i] = {x, y, head};
    head = i;

    if (squared < before && squared < remake_below) {
      if (squared == 0) return 0;
      per_width = 0.5 / std::sqrt(squared);
      remake_below = squared / 4;
      heads_memory.assign(heads_memory.size(), 0);
      for (std::uint32_t j = 1; j <= i; ++j) {
        const std::uint64_t j_column =
            static_cast<std::uint64_t>(static_cast<std::int64_t>((entries[j].x + 1048576.0) * per_width)) *
            kColumn;
        const std::uint64_t j_row =
            static_cast<std::uint64_t>(static_cast<std::int64_t>((entries[j].y + 1048576.0) * per_width)) *
            kRow;
        std::uint32_t& j_head = heads[(j_column + j_row) >> shift];
        entries[j].next = j_head;
        j_head = j;
      }
    }
  }
  return std::sqrt(squared);
}
