#include "metrics/pass_at_k.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "metrics/best_at_k.h"

namespace effk::metrics {
namespace {

TEST(PassAtK, AgreesWithTheExamplesInItsHeader) {
  const PassCount count{.samples = 5, .passed = 2};
  EXPECT_DOUBLE_EQ(pass_at_k(count, 1), 0.4);
  EXPECT_DOUBLE_EQ(pass_at_k(count, 2), 0.7);
  EXPECT_DOUBLE_EQ(pass_at_k(count, 3), 0.9);
  EXPECT_EQ(pass_at_k(count, 4), 1);
}

RC_GTEST_PROP(PassAtK, IsBestAtKOfZerosAndOnes, ()) {
  const int n = *rc::gen::inRange(1, 400);
  const int c = *rc::gen::inRange(0, n + 1);
  const int k = *rc::gen::inRange(1, n + 1);
  std::vector<double> flags(static_cast<std::size_t>(n), 0);
  std::fill_n(flags.begin(), c, 1.0);
  const double pass = pass_at_k({.samples = n, .passed = c}, k);
  RC_ASSERT(pass == best_at_k(flags, k));

  // And both are the complement of choosing all k among the failures.
  double all_fail = 1;
  for (int i = 0; i < k; ++i) all_fail *= std::max(0.0, static_cast<double>(n - c - i) / (n - i));
  RC_ASSERT(std::fabs(pass - (1 - all_fail)) < 1e-13);
}

TEST(PassAtK, IsExactlyZeroAndOneAtTheEnds) {
  EXPECT_EQ(pass_at_k({.samples = 1'000'000, .passed = 0}, 1000), 0);
  EXPECT_EQ(pass_at_k({.samples = 1'000'000, .passed = 1'000'000}, 1), 1);
  EXPECT_EQ(pass_at_k({.samples = 1'000'000, .passed = 1}, 1'000'000), 1);
}

TEST(PassAtK, RefusesMoreSamplesThanThereAreInsteadOfSayingOne) {
  EXPECT_THROW(pass_at_k({.samples = 3, .passed = 0}, 4), std::invalid_argument);
  EXPECT_THROW(pass_at_k({.samples = 3, .passed = 3}, 4), std::invalid_argument);
  EXPECT_THROW(pass_at_k({.samples = 0, .passed = 0}, 1), std::invalid_argument);
}

TEST(PassAtK, RefusesCountsThatCannotBe) {
  EXPECT_THROW(pass_at_k({.samples = 3, .passed = 4}, 1), std::invalid_argument);
  EXPECT_THROW(pass_at_k({.samples = 3, .passed = -1}, 1), std::invalid_argument);
  EXPECT_THROW(pass_at_k({.samples = -3, .passed = 0}, 1), std::invalid_argument);
  EXPECT_THROW(pass_at_k({.samples = 3, .passed = 1}, 0), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
