#include "metrics/performance_profile.h"

#include <optional>
#include <stdexcept>

namespace effk::metrics {

double within_factor(std::span<const JudgedCost> samples, double reference_cost, double factor) {
  if (samples.empty()) throw std::invalid_argument("within_factor: there are no samples");
  check_cost("within_factor", "the reference's", reference_cost);
  check_cost("within_factor", "the largest", reference_cost * factor);
  std::size_t within = 0;
  for (const JudgedCost& sample : samples) {
    const std::optional<double> cost = known_cost("within_factor", sample);
    if (cost && *cost <= reference_cost * factor) ++within;
  }
  return static_cast<double>(within) / static_cast<double>(samples.size());
}

}  // namespace effk::metrics
