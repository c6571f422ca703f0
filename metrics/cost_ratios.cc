#include "metrics/cost_ratios.h"

#include <string>
#include <vector>

#include "metrics/means.h"

namespace effk::metrics {
namespace {

struct KnownCosts {
  std::vector<double> samples;
  std::vector<double> references;
};

KnownCosts known_costs(const std::string& caller, std::span<const ComparedCost> compared) {
  KnownCosts known;
  for (const ComparedCost& one : compared) {
    check_cost(caller, "the reference's", one.reference);
    const std::optional<double> cost = known_cost(caller, one.sample);
    if (!cost) continue;
    known.samples.push_back(*cost);
    known.references.push_back(one.reference);
  }
  return known;
}

}  // namespace

CostRatios cost_ratios(std::span<const ComparedCost> compared) {
  const KnownCosts known = known_costs("cost_ratios", compared);
  CostRatios result{.counted = static_cast<std::int64_t>(known.samples.size()),
                    .left_out = static_cast<std::int64_t>(compared.size() - known.samples.size())};
  if (known.samples.empty()) return result;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < known.samples.size(); ++i) {
    ratios.push_back(known.samples[i] / known.references[i]);
  }
  result.mean_of_ratios = mean("cost_ratios", ratios);
  result.ratio_of_sums = ratio_of_sums("cost_ratios", known.samples, known.references);
  return result;
}

std::optional<double> speedup(std::span<const ComparedCost> compared) {
  const KnownCosts known = known_costs("speedup", compared);
  if (known.samples.empty()) return std::nullopt;
  return ratio_of_sums("speedup", known.references, known.samples);
}

}  // namespace effk::metrics
