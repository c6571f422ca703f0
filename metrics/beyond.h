// metrics/beyond.h -- Beyond: where does a sample stand between the dearest and the cheapest known solution?
//
//   Unit     1 is the cheapest reference or better, 0 the dearest or worse. Costs in one unit of the caller's
//            choice, the same for all.
//   Range    at least two references of different cost, finite and > 0; costs of right samples finite and
//            >= 0; at least one score, each 0 to 1; 1 <= k <= scores.size().
//   Errors   std::invalid_argument outside these ranges. Two references of one cost span nothing: the peers
//            divide by zero there.
//   Threads  pure.
//   Source   Mercury, arXiv 2402.07844 (NeurIPS 2024), metric Beyond; bigcode-project/
//            bigcode-evaluation-harness:bigcode_eval/tasks/custom_metrics/beyond_eval.py. Elfsong/Mercury:
//            src/evaluator.py cuts (dearest - t) to 0..1 seconds before it divides, which the paper does not;
//            not carried over. Definitions kBeyond and kBeyondFirstK.
#pragma once

#include <cstdint>
#include <span>

#include "metrics/judged_cost.h"

namespace effk::metrics {

struct CostSpread {
  double cheapest = 0;
  double dearest = 0;
};

// Of the reference solutions that are right, measured as the samples are.
CostSpread cost_spread(std::span<const double> reference_costs);

// (dearest - clip(t, cheapest, dearest)) / (dearest - cheapest): linear between the two, not a percentile,
// whatever other references there are. 0 for a wrong sample and for one over budget; where the dearest
// reference costs more than the budget, that 0 is a lower bound.
//
//   references 1, 2, 5:  t = 2: 0.75    t = 9: 0    t = 0.5: 1    wrong: 0
double beyond(const CostSpread& references, const JudgedCost& sample);

// The paper's value of a problem: the mean over all its samples, not the best of them. It is also the
// expected mean of any k of them, so it has no k of its own.
double beyond_mean(std::span<const double> scores);

// For comparison with published numbers only: the mean of the first k in the order in which they were made.
//
//   beyond_of_first_k({0.75, 0}, 2) = 0.375
double beyond_of_first_k(std::span<const double> scores, std::int64_t k);

}  // namespace effk::metrics
