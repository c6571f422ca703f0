#include "metrics/improvement.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "metrics/best_at_k.h"
#include "metrics/best_weights.h"
#include "metrics/pass_at_k.h"

namespace effk::metrics {

double improvement_factor(double old_cost, const JudgedCost& sample) {
  check_cost("improvement_factor", "the old program's", old_cost);
  const std::optional<double> cost = known_cost("improvement_factor", sample);
  if (!cost) return 1;
  check_cost("improvement_factor", "a right sample's", *cost);
  return std::max(1.0, old_cost / *cost);
}

Improvement improvement_at_k(double old_cost, std::span<const JudgedCost> samples, std::int64_t k,
                             double threshold) {
  check_k("improvement_at_k", static_cast<std::int64_t>(samples.size()), k);
  if (!std::isfinite(threshold) || threshold <= 1) {
    throw std::invalid_argument("improvement_at_k: the threshold is " + std::to_string(threshold) +
                                ", and must be finite and above 1");
  }
  std::vector<double> factors;
  PassCount optimized{.samples = static_cast<std::int64_t>(samples.size())};
  PassCount correct = optimized;
  for (const JudgedCost& sample : samples) {
    factors.push_back(improvement_factor(old_cost, sample));
    if (factors.back() >= threshold) ++optimized.passed;
    if (sample.right && sample.cost) ++correct.passed;
  }
  return {.speedup = best_at_k(factors, k),
          .optimized = pass_at_k(optimized, k),
          .correct = pass_at_k(correct, k)};
}

Improvement improvement_of_first_k(double old_cost, std::span<const JudgedCost> samples, std::int64_t k,
                                   double threshold) {
  check_k("improvement_of_first_k", static_cast<std::int64_t>(samples.size()), k);
  return improvement_at_k(old_cost, samples.first(static_cast<std::size_t>(k)), k, threshold);
}

}  // namespace effk::metrics
