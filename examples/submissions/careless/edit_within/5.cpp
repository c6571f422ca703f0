#include <optional>
#include <string>
#include <cstdlib>
std::optional<int> edit_within(const std::string& a, const std::string& b, int k) {
  int d = std::abs((int)a.size() - (int)b.size());
  for (size_t i = 0; i < a.size() && i < b.size(); i++)
    if (a[i] != b[i]) d++;
  if (d <= k) return d;
  return std::nullopt;
}
