// metrics/eff_at_k.h -- eff@k of one problem: how efficient the best of k samples is expected to be.
//
//   Unit     1 is the cost of the reference; 0 is wrong or over budget; the ceiling is alpha / (alpha - 1).
//   Range    one score a sample as sample_score() of level_score.h gives it; 1 <= k <= scores.size().
//   Errors   std::invalid_argument as best_at_k().
//   Threads  pure.
//   Source   ENAMEL, arXiv 2406.06647 (ICLR 2025); q-rz/enamel:enam/evaluate.py. Definition kEffAtK.
#pragma once

#include <cstdint>
#include <span>

#include "metrics/best_at_k.h"

namespace effk::metrics {

//   eff_at_k({0, 0.5, 1}, 2) = 5/6
inline double eff_at_k(std::span<const double> scores, std::int64_t k) {
  return best_at_k(scores, k);
}

}  // namespace effk::metrics
