#include "metrics/holm.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>

namespace effk::metrics {

std::vector<double> holm_adjusted(std::span<const double> p_values) {
  for (const double p : p_values) {
    if (!(p >= 0 && p <= 1)) {
      throw std::invalid_argument("holm_adjusted: a p-value is " + std::to_string(p) +
                                  ", and must lie between 0 and 1");
    }
  }
  std::vector<std::size_t> ascending(p_values.size());
  std::iota(ascending.begin(), ascending.end(), std::size_t{0});
  std::sort(ascending.begin(), ascending.end(),
            [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });

  std::vector<double> adjusted(p_values.size());
  double largest = 0;
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    const auto left = static_cast<double>(ascending.size() - i);
    // A p-value after one that was not rejected is not rejected either.
    largest = std::max(largest, std::min(1.0, left * p_values[ascending[i]]));
    adjusted[ascending[i]] = largest;
  }
  return adjusted;
}

}  // namespace effk::metrics
