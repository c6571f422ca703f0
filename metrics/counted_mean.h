// metrics/counted_mean.h -- the mean over the problems that have a value, and how many have none.
//
// Some peers leave a problem out where no sample is right. What remains flatters a model that solves only the
// easy ones, so the two numbers of problems belong beside the mean. Where a missing problem counts 0, see
// suite_mean.h.
//
//   Unit     the unit of the values.
//   Range    values finite.
//   Errors   std::invalid_argument for a value that is infinite or NaN.
//   Threads  pure.
//   Source   EvalPerf and EffiBench: evalplus/evalplus:evalplus/evalperf.py,
//            huangd1999/EffiBench:src/report_overhead.py.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace effk::metrics {

struct CountedMean {
  std::optional<double> mean = std::nullopt;  // std::nullopt if no problem has a value
  std::int64_t counted = 0;
  std::int64_t left_out = 0;
};

//   {70, none, 30}: mean 50 over 2 problems, 1 left out
CountedMean counted_mean(std::span<const std::optional<double>> values);

}  // namespace effk::metrics
