// The program of metrics/README.md, with its result checked.
#include <cmath>
#include <cstdio>
#include <vector>

#include "metrics/definition.h"
#include "metrics/eff_at_k.h"
#include "metrics/level_score.h"

int main() {
  using namespace effk::metrics;
  const std::vector<LevelCosts> levels{
      {.weight = 3, .reference_cost = 1e6, .cost = 1.5e6},
      {.weight = 4, .reference_cost = 1e7},
  };
  const double score = sample_score({.right = true, .levels = levels}, /*alpha=*/2);
  const std::vector<double> scores{0, score, 1};
  const double eff = eff_at_k(scores, 2);
  std::printf("%s: score %.6f, eff@2 %.6f\n", kEffAtK.id.data(), score, eff);

  const double expected_score = 3.0 / 7 * 18.5 / 19;
  const double expected_eff = (expected_score + 1 + 1) / 3;  // the pairs of three samples
  return std::fabs(score - expected_score) < 1e-12 && std::fabs(eff - expected_eff) < 1e-12 ? 0 : 1;
}
