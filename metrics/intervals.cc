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

void check_options(const std::string& caller, std::size_t values, const BootstrapOptions& options) {
  if (values > std::numeric_limits<std::uint32_t>::max()) {
    throw std::invalid_argument(caller + ": more than 2^32 - 1 values");
  }
  if (options.draws < 1) {
    throw std::invalid_argument(caller + ": draws is " + std::to_string(options.draws) +
                                ", and must be at least 1");
  }
  if (!(options.level > 0 && options.level < 1)) {
    throw std::invalid_argument(caller + ": level is " + std::to_string(options.level) +
                                ", and must lie between 0 and 1");
  }
}

double mean_of_a_draw(const std::vector<double>& values, SplitMix& random) {
  const auto n = static_cast<std::uint32_t>(values.size());
  // In twice the precision, so that the mean of equal values is that value and lies inside the interval.
  DoubleDouble sum;
  for (std::uint32_t i = 0; i < n; ++i) sum = plus(sum, values[random.below(n)]);
  return rounded(divided_by(sum, n));
}

double ratio_of_a_draw(const std::vector<double>& numerators, const std::vector<double>& denominators,
                       SplitMix& random) {
  const auto n = static_cast<std::uint32_t>(numerators.size());
  DoubleDouble above;
  DoubleDouble below;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t drawn = random.below(n);
    above = plus(above, numerators[drawn]);
    below = plus(below, denominators[drawn]);
  }
  return rounded(above) / rounded(below);
}

// Of the draws' values, in the unit 2^exponent.
Interval percentiles(std::vector<double> drawn, int exponent, const BootstrapOptions& options) {
  std::sort(drawn.begin(), drawn.end());
  // The rank from either end, counted from 1. (1 - level) / 2 is seldom exact: what is a whole number but for
  // the last bits is that number.
  const double rank = static_cast<double>(options.draws + 1) * (1 - options.level) / 2;
  const auto from_end =
      static_cast<std::size_t>(std::max(1.0, std::floor(rank * (1 + 1e-12)))) - 1;  // counted from 0
  return {std::ldexp(drawn[from_end], exponent), std::ldexp(drawn[drawn.size() - 1 - from_end], exponent)};
}

}  // namespace

Interval bootstrap_interval(std::span<const double> values, const BootstrapOptions& options) {
  check_finite("bootstrap_interval", values);
  check_options("bootstrap_interval", values.size(), options);
  std::vector<double> scaled(values.begin(), values.end());
  const int exponent = scale_to_unit(scaled);
  SplitMix random(options.seed);
  std::vector<double> means(static_cast<std::size_t>(options.draws));
  for (double& mean : means) mean = mean_of_a_draw(scaled, random);
  return percentiles(std::move(means), exponent, options);
}

Interval bootstrap_ratio_interval(std::span<const double> numerators, std::span<const double> denominators,
                                  const BootstrapOptions& options) {
  const std::string caller = "bootstrap_ratio_interval";
  check_finite(caller, numerators);
  check_finite(caller, denominators);
  check_options(caller, numerators.size(), options);
  if (numerators.size() != denominators.size()) {
    throw std::invalid_argument(caller + ": " + std::to_string(numerators.size()) + " numerators and " +
                                std::to_string(denominators.size()) + " denominators");
  }
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    if (numerators[i] < 0 || denominators[i] <= 0) {
      throw std::invalid_argument(caller + ": problem " + std::to_string(i) + " has " +
                                  std::to_string(numerators[i]) + " over " + std::to_string(denominators[i]) +
                                  ", and must have at least 0 over more than 0");
    }
  }
  std::vector<double> above(numerators.begin(), numerators.end());
  std::vector<double> below(denominators.begin(), denominators.end());
  const int exponent = scale_to_unit(above) - scale_to_unit(below);
  SplitMix random(options.seed);
  std::vector<double> ratios(static_cast<std::size_t>(options.draws));
  for (double& ratio : ratios) ratio = ratio_of_a_draw(above, below, random);
  return percentiles(std::move(ratios), exponent, options);
}

}  // namespace effk::metrics
