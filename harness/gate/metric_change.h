// harness/gate/metric_change.h -- whether the difference of a metric between two runs is more than chance.
//
// Problems are paired: the difference of each is one observation. docs/gate.md has the reasoning and sources.
//
//   Range    at least one difference, all finite.
//   Threads  pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "harness/gate/comparison.h"
#include "harness/gate/limits.h"
#include "metrics/intervals.h"

namespace effk::gate {

struct MetricChange {
  double mean = 0;             // run minus baseline
  metrics::Interval interval;  // 95%, over problems
  double p_value = 1;          // two-sided, of the paired sign-flip test
};

MetricChange metric_change(std::span<const double> differences, std::uint64_t seed);

// Worse or better if the change is beyond the limit, and, by test, if `adjusted_p` is at most `significance`
// too.
Outcome decide(const MetricChange& change, double adjusted_p, const MetricLimit& limit, double significance);

}  // namespace effk::gate
