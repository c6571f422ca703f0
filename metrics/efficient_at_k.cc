#include "metrics/efficient_at_k.h"

#include <cmath>
#include <stdexcept>
#include <string>

#include "metrics/pass_at_k.h"

namespace effk::metrics {

double efficient_at_k(std::span<const JudgedCost> samples, double reference_cost, std::int64_t k) {
  if (!std::isfinite(reference_cost) || reference_cost <= 0) {
    throw std::invalid_argument("efficient_at_k: the reference's cost is " + std::to_string(reference_cost) +
                                ", and must be finite and above 0");
  }
  PassCount count{.samples = static_cast<std::int64_t>(samples.size())};
  for (const JudgedCost& sample : samples) {
    if (!sample.right || !sample.cost) continue;
    if (!std::isfinite(*sample.cost) || *sample.cost < 0) {
      throw std::invalid_argument("efficient_at_k: the cost of a right sample is " +
                                  std::to_string(*sample.cost) + ", and must be finite and at least 0");
    }
    if (*sample.cost < reference_cost) ++count.passed;
  }
  return pass_at_k(count, k);
}

}  // namespace effk::metrics
