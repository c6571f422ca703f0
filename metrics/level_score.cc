#include "metrics/level_score.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace effk::metrics {
namespace {

// Far above any sensible weight, and low enough that no sum of weighted scores overflows.
constexpr double kMaxWeight = 1e100;

void check_cost(double cost) {
  if (!std::isfinite(cost) || cost < 0) {
    throw std::invalid_argument("level_score: a cost is " + std::to_string(cost) +
                                ", and must be finite and at least 0 (unknown is std::nullopt)");
  }
}

}  // namespace

std::optional<double> largest_cost(std::span<const std::optional<double>> cases) {
  if (cases.empty()) throw std::invalid_argument("level_score: a level has no cases");
  double largest = 0;
  bool all_known = true;
  for (const std::optional<double>& cost : cases) {
    if (!cost) {
      all_known = false;
      continue;
    }
    check_cost(*cost);
    largest = std::max(largest, *cost);
  }
  if (!all_known) return std::nullopt;
  return largest;
}

double budget(std::span<const LevelCosts> levels, double alpha) {
  if (!std::isfinite(alpha) || alpha <= 1) {
    throw std::invalid_argument("level_score: alpha is " + std::to_string(alpha) +
                                ", and must be finite and above 1");
  }
  double dearest = 0;
  for (const LevelCosts& level : levels) {
    if (!(level.weight >= 0 && level.weight <= kMaxWeight)) {
      throw std::invalid_argument("level_score: a weight is " + std::to_string(level.weight) +
                                  ", and must lie between 0 and 1e100");
    }
    if (level.weight == 0) continue;
    if (!std::isfinite(level.reference_cost) || level.reference_cost <= 0) {
      throw std::invalid_argument("level_score: the reference's cost is " +
                                  std::to_string(level.reference_cost) + ", and must be finite and above 0");
    }
    dearest = std::max(dearest, level.reference_cost);
  }
  if (dearest == 0) throw std::invalid_argument("level_score: no level has a weight above 0");

  const double limit = alpha * dearest;
  // Rounding may undo an alpha just above 1, and T - t* would be 0.
  if (!std::isfinite(limit) || limit <= dearest) {
    throw std::invalid_argument(
        "level_score: alpha times the reference's cost cannot be told from that cost");
  }
  return limit;
}

std::vector<std::optional<double>> level_scores(std::span<const LevelCosts> levels, double alpha) {
  const double limit = budget(levels, alpha);
  std::vector<std::optional<double>> scores;
  scores.reserve(levels.size());
  bool censored = false;
  for (const LevelCosts& level : levels) {
    if (level.weight == 0) {
      scores.emplace_back(std::nullopt);
      continue;
    }
    if (level.cost) check_cost(*level.cost);
    // Also when the cost is known and too high: records measured under a larger alpha are scored anew under
    // a smaller one, and must score as if they had been measured under it.
    if (!level.cost || *level.cost > limit) censored = true;
    scores.emplace_back(censored ? 0 : (limit - *level.cost) / (limit - level.reference_cost));
  }
  return scores;
}

double sample_score(const SampleCosts& sample, double alpha) {
  const std::vector<std::optional<double>> scores = level_scores(sample.levels, alpha);
  if (!sample.right) return 0;
  double weighted = 0;
  double weights = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!scores[i]) continue;
    weighted += sample.levels[i].weight * *scores[i];
    weights += sample.levels[i].weight;
  }
  return weighted / weights;
}

}  // namespace effk::metrics
