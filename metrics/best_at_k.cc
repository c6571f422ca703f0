#include "metrics/best_at_k.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "metrics/best_weights.h"
#include "metrics/double_double.h"
#include "metrics/scaling.h"

namespace effk::metrics {

double best_at_k(std::span<const double> scores, std::int64_t k) {
  const auto n = static_cast<std::int64_t>(scores.size());
  check_k("best_at_k", n, k);
  for (const double score : scores) {
    if (!std::isfinite(score) || score < 0) {
      throw std::invalid_argument("best_at_k: a score is " + std::to_string(score) +
                                  ", and scores must be finite and at least 0");
    }
  }

  std::vector<double> descending(scores.begin(), scores.end());
  std::sort(descending.begin(), descending.end(), std::greater<>());
  const int exponent = scale_to_unit(descending);

  DoubleDouble sum;
  BestWeights weights(n, k);
  for (std::size_t i = 0; i < descending.size() && !weights.negligible(); ++i, weights.step_down()) {
    sum = plus(sum, times(weights.weight(), descending[i]));
  }
  // The weights sum to 1 only up to the last bits; the best of some scores is never above the best of all.
  return std::ldexp(std::min(rounded(sum), descending.front()), exponent);
}

}  // namespace effk::metrics
