// metrics/intervals.h -- how far a suite's mean could lie from what other problems of the kind would give.
//
// Problems are resampled whole. Never resample the samples of a problem: with replacement they repeat, which
// biases a maximum down. With n = k = 5, intervals made that way miss the truth far more often than stated
// (tests/metrics/intervals_test.cc simulates both).
//
//   Unit     the unit of the values.
//   Range    1 to 2^32 - 1 finite values; draws >= 1; 0 < level < 1.
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure: the same arguments give the same numbers on every machine.
//   Source   Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13 (percentile
//   interval);
//            ranks (draws + 1) * q as in Davison and Hinkley, "Bootstrap Methods", 1997, section 5.3.
//            Definitions kInterval and kRatioInterval.
#pragma once

#include <cstdint>
#include <span>

namespace effk::metrics {

struct Interval {
  double low = 0;
  double high = 0;
};

struct BootstrapOptions {
  std::int64_t draws = 2000;
  double level = 0.95;
  std::uint64_t seed = 1;
};

// The percentile bootstrap interval of the mean of `values`, one value a problem, missing ones as 0 (the
// `values` of suite_mean()). For a difference of two models, give the differences problem by problem.
// With few problems it covers a little less than `level`: about 94% instead of 95% at 40 problems. With a
// single problem, or equal values, low = high.
// Cost: O(draws * n).
//
//   bootstrap_interval({0.25, 0.25, 0.25}) = [0.25, 0.25]
Interval bootstrap_interval(std::span<const double> values, const BootstrapOptions& options = {});

// The same for (sum of numerators) / (sum of denominators), as COFFE's speedup and EffiBench's second form
// are made: a problem is drawn with both of its numbers. As many numerators as denominators; numerators at
// least 0, denominators above 0.
//
//   numerators 2, 4, 6, denominators 1, 2, 3: [2, 2]
Interval bootstrap_ratio_interval(std::span<const double> numerators, std::span<const double> denominators,
                                  const BootstrapOptions& options = {});

}  // namespace effk::metrics
