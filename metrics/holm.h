// metrics/holm.h -- p-values of several comparisons, adjusted so that all claims hold together.
//
//   Unit     probabilities.
//   Range    p-values from 0 to 1; none at all gives none.
//   Errors   std::invalid_argument for a p-value outside 0..1 or NaN.
//   Threads  pure.
//   Source   Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
//            Statistics 6, 1979. Definition kHolm.
#pragma once

#include <span>
#include <vector>

namespace effk::metrics {

// Returns the adjusted p-values, in the order given. Rejecting where they are at most q keeps the probability
// of any false rejection at most q, however the comparisons depend on each other. With the p-values
// ascending, the i-th of m becomes the largest of (m - j + 1) * p_(j) over j <= i, at most 1.
//
//   holm_adjusted({0.04, 0.01, 0.03}) = {0.06, 0.03, 0.06}
std::vector<double> holm_adjusted(std::span<const double> p_values);

}  // namespace effk::metrics
