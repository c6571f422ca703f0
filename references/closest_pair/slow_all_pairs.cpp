// Compares every pair.
#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

double closest_distance(const std::vector<std::tuple<double, double>>& points) {
  double smallest = INFINITY;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double dx = std::get<0>(points[i]) - std::get<0>(points[j]);
      const double dy = std::get<1>(points[i]) - std::get<1>(points[j]);
      smallest = std::min(smallest, dx * dx + dy * dy);
    }
  }
  return std::sqrt(smallest);
}
