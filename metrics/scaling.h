// metrics/scaling.h -- brings values near 1, so that sums and products of them neither overflow nor vanish.
//
//   Errors   std::invalid_argument from check_finite(); scale_to_unit() trusts that values are finite.
//   Threads  pure.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace effk::metrics {

// Throws std::invalid_argument if there is no value or one is infinite or NaN; `caller` begins the message.
void check_finite(const std::string& caller, std::span<const double> values);

// Divides all values by the power of two that brings the largest magnitude into [0.5, 1), and returns its
// exponent: std::ldexp(value, exponent) goes back. Exact but for values 2^1000 times smaller than the
// largest.
int scale_to_unit(std::vector<double>& values);

}  // namespace effk::metrics
