// The whole table, row by row.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

std::optional<int> edit_within(const std::string& a, const std::string& b, int k) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  if (row.back() > k) return std::nullopt;
  return row.back();
}
