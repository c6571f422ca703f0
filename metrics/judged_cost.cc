#include "metrics/judged_cost.h"

#include <cmath>
#include <stdexcept>

namespace effk::metrics {

std::optional<double> known_cost(const std::string& caller, const JudgedCost& sample) {
  if (!sample.right || !sample.cost) return std::nullopt;
  if (!std::isfinite(*sample.cost) || *sample.cost < 0) {
    throw std::invalid_argument(caller + ": the cost of a right sample is " + std::to_string(*sample.cost) +
                                ", and must be finite and at least 0");
  }
  return sample.cost;
}

void check_cost(const std::string& caller, const std::string& whose, double cost) {
  if (!std::isfinite(cost) || cost <= 0) {
    throw std::invalid_argument(caller + ": " + whose + " cost is " + std::to_string(cost) +
                                ", and must be finite and above 0");
  }
}

}  // namespace effk::metrics
