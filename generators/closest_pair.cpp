// Cases of `closest_pair`: a shaken lattice (all distances near the smallest), a few vertical and horizontal
// lines (many points of nearly equal x or y), clusters of very different width, and points that come in order
// along a slope. Coordinates are multiples of 2^-29, so that different ones differ by more than 10^-9.
#include <algorithm>
#include <cmath>

#include "effk/generator.h"

namespace {

using Points = std::vector<std::tuple<double, double>>;

double on_grid(double coordinate) {
  return std::nearbyint(coordinate * 0x1p29) * 0x1p-29;
}

Points uniform(effk::Random& random, std::int64_t n, double extent) {
  Points points;
  for (std::int64_t i = 0; i < n; ++i) {
    const double x = on_grid(random.real(-extent, extent));
    points.emplace_back(x, on_grid(random.real(-extent, extent)));
  }
  return points;
}

Points corner(const effk::Case& c, effk::Random& random) {
  switch (c.number) {
    case 0:
      return {{0, 0}, {3, 4}};
    case 1:
      return {{-2.5, 1}, {-2.5, 1}};
    case 2:
      return {{1.5, 2}, {-1, 0.25}, {7, 7}, {1.5, 2}, {0, 0}};  // equal, far apart
    case 3:
      return {{-1e6, -1e6}, {1e6, 1e6}, {1e6, -1e6}};
    case 4:
      return {{0, 0}, {0, 100}, {0, 50}, {0, -20.5}, {0, 81}, {0, 20}};  // one column
    case 5:
      return {{-0.25, -0.25}, {0.25, 0.25}, {-9, 5}, {9, -5}, {8, 8.5}};  // around the origin
    case 6:  // the closest are neighbours in neither order
      return {{0, 0}, {1, 1}, {0.5, 40}, {40, 0.5}, {0.25, -60}, {-60, 0.25}, {0.75, 90}, {90, 0.75}};
    case 7:
      return uniform(random, 3 * c.size, 1e6);
    case 8: {
      Points points;
      for (std::int64_t i = 0; i < c.size; ++i) {
        for (std::int64_t j = 0; j < c.size; ++j) points.emplace_back(7 * i, 7 * j);
      }
      random.shuffle(points);
      return points;
    }
    default:
      return uniform(random, 40 * c.size, 1);
  }
}

std::tuple<Points> generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner(c, random);

  const auto n = c.size;
  Points points;
  switch (c.number % 4) {
    case 0: {
      std::int64_t side = 1;
      while (side * side < n) ++side;
      for (std::int64_t i = 0; i < n; ++i) {
        const double x = static_cast<double>(i % side) + random.real(-0.2, 0.2);
        const double y = static_cast<double>(i / side) + random.real(-0.2, 0.2);
        points.emplace_back(on_grid(x), on_grid(y));
      }
      random.shuffle(points);
      break;
    }
    case 1:
      for (std::int64_t i = 0; i < n; ++i) {
        const double middle = static_cast<double>(random.between(-3, 3)) * 1000;
        const double line = middle + random.real(-1e-5, 1e-5);
        const double along = random.real(-5000, 5000);
        const bool vertical = random.between(0, 1) == 0;
        points.emplace_back(on_grid(vertical ? line : along), on_grid(vertical ? along : line));
      }
      break;
    case 2: {  // each cluster thrice as wide as the one before; one far pair closer than chance would have it
      std::vector<std::tuple<double, double, double>> clusters;
      double width = 1;
      for (int i = 0; i < 12; ++i, width *= 3) {
        const double x = random.real(-700000, 700000);
        clusters.emplace_back(x, random.real(-700000, 700000), width);
      }
      for (std::int64_t i = 0; i < n * 6 / 5; ++i) {
        const auto& [x, y, extent] = clusters[static_cast<std::size_t>(random.between(0, 11))];
        const double px = on_grid(x + random.real(-extent, extent));
        points.emplace_back(px, on_grid(y + random.real(-extent, extent)));
      }
      break;
    }
    default:  // along a slope, in order, nearer and nearer: every point comes next to the one before
      for (std::int64_t i = 0; i < n; ++i) {
        const double x = std::sqrt(static_cast<double>(i) + random.real(0, 0.4));
        points.emplace_back(on_grid(x), on_grid(x * 0.15 + random.real(0, 0.001)));
      }
      break;
  }
  return points;
}

void valid(const Points& points) {
  effk::require(2 <= points.size() && points.size() <= 300'000, "2 to 300000 points");
  std::vector<double> xs, ys;
  for (const auto& [x, y] : points) {
    effk::require(std::isfinite(x) && std::isfinite(y), "coordinates are finite");
    effk::require(-1e6 <= x && x <= 1e6 && -1e6 <= y && y <= 1e6, "coordinates are from -10^6 to 10^6");
    xs.push_back(x);
    ys.push_back(y);
  }
  for (auto* const coordinates : {&xs, &ys}) {
    std::sort(coordinates->begin(), coordinates->end());
    for (std::size_t i = 1; i < coordinates->size(); ++i) {
      const double gap = (*coordinates)[i] - (*coordinates)[i - 1];
      effk::require(gap == 0 || gap >= 1e-9, "different coordinates differ by at least 10^-9");
    }
  }
}

}  // namespace

EFFK_GENERATOR(generate, valid)
