#include "metrics/beyond.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "metrics/best_weights.h"
#include "metrics/means.h"

namespace effk::metrics {
namespace {

void check_spread(const std::string& caller, const CostSpread& references) {
  check_cost(caller, "the cheapest reference's", references.cheapest);
  check_cost(caller, "the dearest reference's", references.dearest);
  if (references.cheapest >= references.dearest) {
    throw std::invalid_argument(caller + ": the references cost from " + std::to_string(references.cheapest) +
                                " to " + std::to_string(references.dearest) +
                                ", and two of different cost are needed");
  }
}

void check_scores(const std::string& caller, std::span<const double> scores) {
  for (const double score : scores) {
    if (!(score >= 0 && score <= 1)) {
      throw std::invalid_argument(caller + ": a score is " + std::to_string(score) +
                                  ", and must lie between 0 and 1");
    }
  }
}

}  // namespace

CostSpread cost_spread(std::span<const double> reference_costs) {
  for (const double cost : reference_costs) check_cost("cost_spread", "a reference's", cost);
  if (reference_costs.empty()) throw std::invalid_argument("cost_spread: there is no reference");
  const auto [cheapest, dearest] = std::minmax_element(reference_costs.begin(), reference_costs.end());
  const CostSpread spread{.cheapest = *cheapest, .dearest = *dearest};
  check_spread("cost_spread", spread);
  return spread;
}

double beyond(const CostSpread& references, const JudgedCost& sample) {
  check_spread("beyond", references);
  const std::optional<double> cost = known_cost("beyond", sample);
  if (!cost) return 0;
  const double clipped = std::clamp(*cost, references.cheapest, references.dearest);
  return (references.dearest - clipped) / (references.dearest - references.cheapest);
}

double beyond_mean(std::span<const double> scores) {
  check_scores("beyond_mean", scores);
  return mean("beyond_mean", scores);
}

double beyond_of_first_k(std::span<const double> scores, std::int64_t k) {
  check_k("beyond_of_first_k", static_cast<std::int64_t>(scores.size()), k);
  check_scores("beyond_of_first_k", scores);
  return mean("beyond_of_first_k", scores.first(static_cast<std::size_t>(k)));
}

}  // namespace effk::metrics
