// Always the one that ends first.
#include <algorithm>
#include <tuple>
#include <vector>

std::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return std::get<1>(x) < std::get<1>(y); });
  std::vector<std::tuple<long long, long long>> picked;
  long long free_from = 0;
  for (const auto& [from, to] : pairs) {
    if (from < free_from) continue;
    picked.emplace_back(from, to);
    free_from = to;
  }
  return picked;
}
