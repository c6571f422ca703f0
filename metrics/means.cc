#include "metrics/means.h"

#include <cmath>
#include <stdexcept>
#include <vector>

#include "metrics/double_double.h"
#include "metrics/scaling.h"

namespace effk::metrics {
namespace {

// The number sum * 2^exponent.
struct ScaledSum {
  DoubleDouble sum;
  int exponent = 0;
};

ScaledSum scaled_sum(const std::string& caller, std::span<const double> values) {
  check_finite(caller, values);
  std::vector<double> scaled(values.begin(), values.end());
  ScaledSum result{.sum = {}, .exponent = scale_to_unit(scaled)};
  for (const double value : scaled) result.sum = plus(result.sum, value);
  return result;
}

}  // namespace

double mean(const std::string& caller, std::span<const double> values) {
  const ScaledSum total = scaled_sum(caller, values);
  return std::ldexp(rounded(divided_by(total.sum, static_cast<double>(values.size()))), total.exponent);
}

double ratio_of_sums(const std::string& caller, std::span<const double> numerators,
                     std::span<const double> denominators) {
  const ScaledSum above = scaled_sum(caller, numerators);
  const ScaledSum below = scaled_sum(caller, denominators);
  if (rounded(below.sum) == 0) throw std::invalid_argument(caller + ": the denominators sum to 0");
  return std::ldexp(rounded(above.sum) / rounded(below.sum), above.exponent - below.exponent);
}

}  // namespace effk::metrics
