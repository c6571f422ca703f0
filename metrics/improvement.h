// metrics/improvement.h -- Speedup, %Opt and %Correct: how much faster does a model make an existing program?
//
//   Unit     speedup: 1 is the old program, never below 1. optimized, correct: probabilities, 0 to 1 (times
//            100 they are %Opt and %Correct). Costs in one unit of the caller's choice, the same for all.
//   Range    cost of the old program and of right samples finite and > 0; 1 <= k <= samples.size();
//            threshold finite and > 1.
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure.
//   Source   PIE, arXiv 2302.07867 (ICLR 2024); LearningOpt/pie:gem5/gem5_eval.py. Definitions kPieSpeedup,
//            kPieOptimized and kPieCorrect, and the same with FirstK.
#pragma once

#include <cstdint>
#include <span>

#include "metrics/judged_cost.h"

namespace effk::metrics {

struct Improvement {
  double speedup = 1;    // of the cheapest of the k
  double optimized = 0;  // that the cheapest of the k is `threshold` times as fast as the old program
  double correct = 0;    // that one of the k is right on every case
};

// PIE's default: at least 10% faster. Its table also has 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5 and 10.
inline constexpr double kOptimizedFrom = 1.1;

// max(1, old / new): a wrong sample, one over budget and one that made things worse count 1, as one would
// keep the old program. The mean over problems is the suite's Speedup.
//
//   old 10:  new 4: 2.5        new 20: 1        wrong: 1
double improvement_factor(double old_cost, const JudgedCost& sample);

// The mean over all ways to choose k of the samples: the cheapest of the k by best_at_k(), the shares by
// pass_at_k(). With k = samples.size() this is PIE's Best@k. A sample over budget has not finished every case
// and is not correct here.
Improvement improvement_at_k(double old_cost, std::span<const JudgedCost> samples, std::int64_t k,
                             double threshold = kOptimizedFrom);

// PIE's Best@k to the letter, for comparison with published numbers: of the first k in the order in which
// they were made. `optimized` and `correct` are 0 or 1.
//
//   old 10, samples wrong, 8, 4:
//   k = 1: speedup 1, not optimized, not correct        k = 2: 1.25        k = 3: 2.5
Improvement improvement_of_first_k(double old_cost, std::span<const JudgedCost> samples, std::int64_t k,
                                   double threshold = kOptimizedFrom);

}  // namespace effk::metrics
