#include "metrics/intervals.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "metrics/double_double.h"
#include "metrics/scaling.h"
#include "metrics/split_mix.h"

namespace effk::metrics {
namespace {

double mean_of_a_draw(const std::vector<double>& values, SplitMix& random) {
  const auto n = static_cast<std::uint32_t>(values.size());
  // In twice the precision, so that the mean of equal values is that value and lies inside the interval.
  DoubleDouble sum;
  for (std::uint32_t i = 0; i < n; ++i) sum = plus(sum, values[random.below(n)]);
  return rounded(divided_by(sum, n));
}

}  // namespace

Interval bootstrap_interval(std::span<const double> values, const BootstrapOptions& options) {
  check_finite("bootstrap_interval", values);
  if (values.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw std::invalid_argument("bootstrap_interval: more than 2^32 - 1 values");
  }
  if (options.draws < 1) {
    throw std::invalid_argument("bootstrap_interval: draws is " + std::to_string(options.draws) +
                                ", and must be at least 1");
  }
  if (!(options.level > 0 && options.level < 1)) {
    throw std::invalid_argument("bootstrap_interval: level is " + std::to_string(options.level) +
                                ", and must lie between 0 and 1");
  }

  std::vector<double> scaled(values.begin(), values.end());
  const int exponent = scale_to_unit(scaled);
  SplitMix random(options.seed);
  std::vector<double> means(static_cast<std::size_t>(options.draws));
  for (double& mean : means) mean = mean_of_a_draw(scaled, random);
  std::sort(means.begin(), means.end());

  // The rank from either end, counted from 1. (1 - level) / 2 is seldom exact: what is a whole number but for
  // the last bits is that number.
  const double rank = static_cast<double>(options.draws + 1) * (1 - options.level) / 2;
  const auto from_end =
      static_cast<std::size_t>(std::max(1.0, std::floor(rank * (1 + 1e-12)))) - 1;  // counted from 0
  return {std::ldexp(means[from_end], exponent), std::ldexp(means[means.size() - 1 - from_end], exponent)};
}

}  // namespace effk::metrics
