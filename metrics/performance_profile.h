// metrics/performance_profile.h -- how much of a problem is solved within a factor of the reference's cost.
//
//   Unit     the result is a share, 0 to 1; a factor of 1 is the reference's cost.
//   Range    at least one sample; reference_cost and factor finite and above 0; costs of right samples finite
//            and not below 0.
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure.
//   Source   Dolan and More, "Benchmarking optimization software with performance profiles", Mathematical
//            Programming 91, 2002, section 2. There the factor is that of the best solver of each problem:
//            here of the reference, so that a curve does not move when another model joins. Definition
//            kPerformanceProfile.
#pragma once

#include <span>

#include "metrics/definition.h"
#include "metrics/judged_cost.h"

namespace effk::metrics {

// The share of the samples that are right and cost at most `factor` times the reference's cost. One that ran
// over budget is within no factor.
//
//   right 10, right 30, wrong; reference 20: 1/3 within 1, 2/3 within 1.5, 2/3 within 100
double within_factor(std::span<const JudgedCost> samples, double reference_cost, double factor);

}  // namespace effk::metrics
