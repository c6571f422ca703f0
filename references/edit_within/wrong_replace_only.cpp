// Replaces wherever characters differ, and deletes or inserts only the difference of the lengths, at the end.
#include <algorithm>
#include <optional>
#include <string>

std::optional<int> edit_within(const std::string& a, const std::string& b, int k) {
  const std::size_t shared = std::min(a.size(), b.size());
  std::size_t edits = std::max(a.size(), b.size()) - shared;
  for (std::size_t i = 0; i < shared; ++i) edits += a[i] != b[i];
  if (edits > static_cast<std::size_t>(k)) return std::nullopt;
  return static_cast<int>(edits);
}
