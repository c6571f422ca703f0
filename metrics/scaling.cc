#include "metrics/scaling.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace effk::metrics {

void check_finite(const std::string& caller, std::span<const double> values) {
  if (values.empty()) throw std::invalid_argument(caller + ": there are no values");
  for (const double value : values) {
    if (!std::isfinite(value)) {
      throw std::invalid_argument(caller + ": a value is " + std::to_string(value) + ", and must be finite");
    }
  }
}

int scale_to_unit(std::vector<double>& values) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::fabs(value));
  int exponent = 0;
  std::frexp(largest, &exponent);
  if (exponent != 0) {
    for (double& value : values) value = std::ldexp(value, -exponent);
  }
  return exponent;
}

}  // namespace effk::metrics
