// Diagonals (Ukkonen 1985): for each number of edits and each diagonal j - i, how far into `a` that many
// edits reach. Only the diagonals count from which the last one can still be reached with the edits left
// over, about k * k / 2 steps in all. Equal stretches are passed eight characters at a time.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

std::optional<int> edit_within(const std::string& a, const std::string& b, int k) {
  const int a_length = static_cast<int>(a.size());
  const int last = static_cast<int>(b.size()) - a_length;  // the diagonal of both ends
  if (std::abs(last) > k) return std::nullopt;

  // Paths may run over the ends, into different fillings where nothing is equal: they gain nothing there, and
  // need no test of the bounds.
  const std::size_t margin = static_cast<std::size_t>(k) + 16;
  std::string a_memory, b_memory;
  a_memory.reserve(a.size() + margin);
  a_memory.append(a).append(margin, '\1');
  b_memory.reserve(b.size() + 2 * margin);
  b_memory.append(margin, '\2').append(b).append(margin, '\2');
  const char* const text = a_memory.data();
  const char* const other = b_memory.data() + margin;

  // reach[d] for the diagonals -k - 1 to k + 1; beyond those that have been reached it is far below 0.
  std::vector<int> reach_memory(static_cast<std::size_t>(2 * k + 3), -2 * k - 4);
  int* const reach = reach_memory.data() + k + 1;

  // Passes what is equal from row i on the diagonal that `shifted` points to.
  const auto slide = [text](int i, const char* shifted) {
    if (text[i] != shifted[i]) return i;
    for (;; i += 8) {
      std::uint64_t left, right;
      std::memcpy(&left, text + i, 8);
      std::memcpy(&right, shifted + i, 8);
      if (left != right) return i + __builtin_ctzll(left ^ right) / 8;
    }
  };

  reach[0] = slide(0, other);
  if (last == 0 && reach[0] >= a_length) return 0;
  for (int edits = 1; edits <= k; ++edits) {
    const int left_over = k - edits;
    const int from = -edits > last - left_over ? -edits : last - left_over;
    const int to = edits < last + left_over ? edits : last + left_over;
    int lower = reach[from - 1];
    int same = reach[from];
    const char* shifted = other + from;
    for (int d = from; d <= to; ++d, ++shifted) {
      const int upper = reach[d + 1];
      int i = (same > upper ? same : upper) + 1;
      if (lower > i) i = lower;
      lower = same;
      same = upper;
      i = slide(i, shifted);
      reach[d] = i;
    }
    if (from <= last && last <= to && reach[last] >= a_length) return edits;
  }
  return std::nullopt;
}
