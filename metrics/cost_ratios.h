// metrics/cost_ratios.h -- NET, NMU, NTMU and COFFE's speedup: how do the costs of what a model solved
// compare with the reference's, over all problems?
//
//   Unit     ratios, > 0. Normalised costs: 1 is the reference, lower is better. Speedup: 1 is the reference,
//            higher is better. Costs of one problem in one unit; for ratio_of_sums and speedup all in one.
//   Range    reference costs finite and > 0; costs of right samples finite and >= 0, and not all 0 for
//            speedup().
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure.
//   Source   EffiBench, arXiv 2402.02037 (NeurIPS 2024): the paper takes the mean of the ratios;
//            huangd1999/EffiBench:src/report_overhead.py computes that and overwrites it by the ratio of the
//            sums. Both are in use (huangd1999/EffiBench issue 11). Definitions kNormalizedMean,
//            kNormalizedSum. COFFE, arXiv 2502.02827 (FSE 2025); JohnnyPeng18/Coffe:coffe/evaluator.py.
//            Definition kCoffeSpeedup.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "metrics/judged_cost.h"

namespace effk::metrics {

// One sample of one problem. EffiBench's names say what the cost is: execution time (NET), peak memory (NMU),
// or memory summed over time by the trapezoid rule (NTMU).
struct ComparedCost {
  double reference = 0;
  JudgedCost sample;
};

// Wrong samples and samples over budget drop out: a model that solves the easy problems alone looks good
// here. So `left_out` belongs beside the values, and pass@1.
struct CostRatios {
  std::optional<double> mean_of_ratios = std::nullopt;  // each problem counts the same
  std::optional<double> ratio_of_sums = std::nullopt;   // the dearest problems decide
  std::int64_t counted = 0;
  std::int64_t left_out = 0;
};

// mean_of_ratios = mean of t / t*;  ratio_of_sums = (sum of t) / (sum of t*)
//
//   samples 2 and 9, references 1 and 10: mean_of_ratios 1.45, ratio_of_sums 1: opposite readings
CostRatios cost_ratios(std::span<const ComparedCost> compared);

// (sum of t*) / (sum of t); std::nullopt if nothing is left to compare.
//
//   samples 3.9 and 20, references 4 and 10: 14 / 23.9
std::optional<double> speedup(std::span<const ComparedCost> compared);

}  // namespace effk::metrics
