// Compares neighbours in the orders of x and of y only.
#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

double closest_distance(std::vector<std::tuple<double, double>> points) {
  double smallest = INFINITY;
  for (int turn = 0; turn < 2; ++turn) {
    std::sort(points.begin(), points.end());
    for (std::size_t i = 1; i < points.size(); ++i) {
      const double dx = std::get<0>(points[i]) - std::get<0>(points[i - 1]);
      const double dy = std::get<1>(points[i]) - std::get<1>(points[i - 1]);
      smallest = std::min(smallest, std::sqrt(dx * dx + dy * dy));
    }
    for (auto& [x, y] : points) std::swap(x, y);
  }
  return smallest;
}
