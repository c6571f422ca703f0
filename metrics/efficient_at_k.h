// metrics/efficient_at_k.h -- efficient@k of one problem: the probability that one of k samples is right and
// strictly cheaper than the reference.
//
//   Unit     a probability, 0 to 1. Costs are in one unit of the caller's choice, the same for all.
//   Range    reference cost finite and > 0; costs of right samples finite and >= 0; 1 <= k <= samples.size().
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure.
//   Source   COFFE, arXiv 2502.02827 (FSE 2025); JohnnyPeng18/Coffe:coffe/evaluator.py. Its code knows k = 1
//            only; for larger k this is pass@k of the same 0/1 flags. Where a reference has run out of time
//            its code lets any sample win; here a reference has a cost. Definition kEfficientAtK.
#pragma once

#include <cstdint>
#include <span>

#include "metrics/judged_cost.h"

namespace effk::metrics {

// A tie with `reference_cost` (summed over the same cases) is not efficient. Never above pass@k.
//
//   reference 4, right samples of 3.9, of 4 and an unsolved one: efficient_at_k(.., 1) = 1/3
double efficient_at_k(std::span<const JudgedCost> samples, double reference_cost, std::int64_t k);

}  // namespace effk::metrics
