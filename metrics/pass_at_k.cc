#include "metrics/pass_at_k.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "metrics/best_weights.h"
#include "metrics/double_double.h"

namespace effk::metrics {

double pass_at_k(PassCount count, std::int64_t k) {
  // Before the short cut below: with k > samples it would say 1.
  check_k("pass_at_k", count.samples, k);
  if (count.passed < 0 || count.passed > count.samples) {
    throw std::invalid_argument("pass_at_k: " + std::to_string(count.passed) + " of " +
                                std::to_string(count.samples) + " samples passed");
  }
  if (count.samples - count.passed < k) return 1;

  DoubleDouble sum;
  BestWeights weights(count.samples, k);
  for (std::int64_t i = 0; i < count.passed && !weights.negligible(); ++i, weights.step_down()) {
    sum = plus(sum, weights.weight());
  }
  return std::min(rounded(sum), 1.0);
}

}  // namespace effk::metrics
