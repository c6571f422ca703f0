// metrics/paired_test.h -- whether two models differ on the same problems: the sign-flip permutation test.
//
//   Unit     differences in the unit of the values; p is a probability.
//   Range    at least one difference, all finite; draws >= 1.
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure: the same arguments give the same numbers on every machine.
//   Source   Fisher, "The Design of Experiments", 1935, section 21 (enumeration); Phipson and Smyth,
//            "Permutation p-values should never be zero", 2010 (the +1 of the sampled form).
//            Definition kPairedTest.
#pragma once

#include <cstdint>
#include <span>

namespace effk::metrics {

struct SignFlipOptions {
  std::int64_t draws = 20000;  // not used when all sign patterns are enumerated
  std::uint64_t seed = 1;
};

struct SignFlipResult {
  double p_value = 1;
  bool exact = true;  // every sign pattern was enumerated; else `draws` random ones
};

// If the two models do not differ, each problem's difference is as likely to be -d as d. Returns the
// two-sided p-value of the mean of `differences` (first model minus second, one a problem): the share of sign
// patterns whose absolute sum is at least the observed one. Sums that differ by less than 1e-9 of the sum of
// all absolute differences count as equal, so that rounding cannot make a p-value smaller.
//
// Differences of 0 change nothing and are left out. Up to 20 others all patterns are enumerated; beyond that
// p = (1 + hits) / (1 + draws), which is never 0 and keeps the size of the test.
//
//   sign_flip_test({1, 2, 3}).p_value = 2/8       only +++ and --- are as extreme
//   sign_flip_test({1, -1}).p_value = 1
SignFlipResult sign_flip_test(std::span<const double> differences, const SignFlipOptions& options = {});

}  // namespace effk::metrics
