#include "metrics/ladder_score.h"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>

#include "metrics/means.h"

namespace effk::metrics {
namespace {

void check_ladder(const std::string& caller, std::span<const Rung> ladder) {
  if (ladder.empty()) throw std::invalid_argument(caller + ": the ladder has no rung");
  double below = 0;
  for (const Rung& rung : ladder) {
    check_cost(caller, "a rung's", rung.cost);
    if (!(rung.share >= below && rung.share <= 100)) {
      throw std::invalid_argument(caller + ": a rung's share is " + std::to_string(rung.share) +
                                  ", and must lie between that of the rung below, " + std::to_string(below) +
                                  ", and 100");
    }
    below = rung.share;
  }
}

double percent(std::size_t part, std::size_t whole) {
  return 100 * static_cast<double>(part) / static_cast<double>(whole);
}

LadderScore score_on_checked(std::span<const Rung> ladder, const JudgedCost& sample) {
  const std::optional<double> cost = known_cost("ladder_score", sample);
  if (!cost) return {};
  for (std::size_t place = ladder.size(); place > 0; --place) {
    const Rung& rung = ladder[place - 1];
    if (*cost <= rung.cost) return {.dps = rung.share, .dps_norm = percent(place, ladder.size())};
  }
  return {};
}

}  // namespace

std::vector<Rung> even_ladder(std::span<const double> costs) {
  std::vector<double> descending(costs.begin(), costs.end());
  for (const double cost : descending) check_cost("even_ladder", "a rung's", cost);
  std::sort(descending.begin(), descending.end(), std::greater<>());
  std::vector<Rung> ladder;
  for (const double cost : descending) {
    ladder.push_back({.cost = cost, .share = percent(ladder.size() + 1, descending.size())});
  }
  check_ladder("even_ladder", ladder);
  return ladder;
}

LadderScore ladder_score(std::span<const Rung> ladder, const JudgedCost& sample) {
  check_ladder("ladder_score", ladder);
  return score_on_checked(ladder, sample);
}

std::optional<LadderScore> ladder_mean(std::span<const Rung> ladder, std::span<const JudgedCost> samples,
                                       std::int64_t least_right) {
  check_ladder("ladder_mean", ladder);
  if (least_right < 1) {
    throw std::invalid_argument("ladder_mean: least_right is " + std::to_string(least_right) +
                                ", and must be at least 1");
  }
  std::vector<double> dps;
  std::vector<double> dps_norm;
  for (const JudgedCost& sample : samples) {
    if (!sample.right) continue;
    const LadderScore score = score_on_checked(ladder, sample);
    dps.push_back(score.dps);
    dps_norm.push_back(score.dps_norm);
  }
  if (static_cast<std::int64_t>(dps.size()) < least_right) return std::nullopt;
  return LadderScore{.dps = mean("ladder_mean", dps), .dps_norm = mean("ladder_mean", dps_norm)};
}

}  // namespace effk::metrics
