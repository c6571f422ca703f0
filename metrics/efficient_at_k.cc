#include "metrics/efficient_at_k.h"

#include <optional>

#include "metrics/pass_at_k.h"

namespace effk::metrics {

double efficient_at_k(std::span<const JudgedCost> samples, double reference_cost, std::int64_t k) {
  check_cost("efficient_at_k", "the reference's", reference_cost);
  PassCount count{.samples = static_cast<std::int64_t>(samples.size())};
  for (const JudgedCost& sample : samples) {
    const std::optional<double> cost = known_cost("efficient_at_k", sample);
    if (cost && *cost < reference_cost) ++count.passed;
  }
  return pass_at_k(count, k);
}

}  // namespace effk::metrics
