#include "metrics/performance_profile.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <stdexcept>
#include <vector>

#include "metrics/efficient_at_k.h"

namespace effk::metrics {
namespace {

const std::vector<JudgedCost> kSamples{{.right = true, .cost = 10}, {.right = true, .cost = 30}, {}};

TEST(PerformanceProfile, AgreesWithTheExamplesInItsHeader) {
  EXPECT_EQ(within_factor(kSamples, 20, 1), 1.0 / 3);
  EXPECT_EQ(within_factor(kSamples, 20, 1.5), 2.0 / 3);
  EXPECT_EQ(within_factor(kSamples, 20, 100), 2.0 / 3);
}

TEST(PerformanceProfile, HasNoFactorForASampleThatRanOverBudget) {
  EXPECT_EQ(within_factor(std::vector<JudgedCost>{{.right = true}}, 20, 1e9), 0);
}

TEST(PerformanceProfile, IsAnErrorWithoutSamplesAndForFactorsThatAreNone) {
  EXPECT_THROW(within_factor({}, 20, 1), std::invalid_argument);
  for (const double factor : {0.0, -1.0, std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(within_factor(kSamples, 20, factor), std::invalid_argument) << factor;
  }
}

// A second way to the same: nobody is within a factor just below the cheapest, and efficient@1 counts those
// strictly below a reference that costs the factor more.
RC_GTEST_PROP(PerformanceProfile, IsEfficientAtOneWhereNoCostEqualsTheFactor, ()) {
  std::vector<JudgedCost> samples;
  const auto costs = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-5, 50)));
  for (const int cost : costs) {
    samples.push_back({.right = cost >= 0, .cost = cost >= 0 ? std::optional<double>(cost) : std::nullopt});
  }
  const int factor = *rc::gen::inRange(0, 50);
  RC_ASSERT(within_factor(samples, 1, factor + 0.5) == efficient_at_k(samples, factor + 0.5, 1));
}

}  // namespace
}  // namespace effk::metrics
