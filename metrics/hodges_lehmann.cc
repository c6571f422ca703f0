#include "metrics/hodges_lehmann.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "metrics/scaling.h"

namespace effk::metrics {

double hodges_lehmann(std::span<const double> measurements) {
  check_finite("hodges_lehmann", measurements);
  std::vector<double> means;
  means.reserve(measurements.size() * (measurements.size() + 1) / 2);
  for (std::size_t b = 0; b < measurements.size(); ++b) {
    // midpoint() does not overflow; which of its arguments comes first decides how it rounds.
    for (std::size_t a = 0; a <= b; ++a) {
      means.push_back(std::midpoint(std::min(measurements[a], measurements[b]),
                                    std::max(measurements[a], measurements[b])));
    }
  }
  const auto middle = means.begin() + static_cast<std::ptrdiff_t>(means.size() / 2);
  std::nth_element(means.begin(), middle, means.end());
  if (means.size() % 2 == 1) return *middle;
  return std::midpoint(*std::max_element(means.begin(), middle), *middle);
}

}  // namespace effk::metrics
