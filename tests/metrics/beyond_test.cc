#include "metrics/beyond.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

using boost::multiprecision::cpp_rational;

JudgedCost right(double cost) {
  return {.right = true, .cost = cost};
}

TEST(Beyond, AgreesWithTheExamplesInItsHeader) {
  const CostSpread references = cost_spread(std::vector<double>{1, 2, 5});
  EXPECT_EQ(beyond(references, right(2)), 0.75);
  EXPECT_EQ(beyond(references, right(9)), 0);
  EXPECT_EQ(beyond(references, right(0.5)), 1);
  EXPECT_EQ(beyond(references, {.right = false, .cost = 1}), 0);
  EXPECT_EQ(beyond_of_first_k(std::vector<double>{0.75, 0}, 2), 0.375);
}

TEST(Beyond, IsZeroForARightSampleOfUnknownCost) {
  EXPECT_EQ(beyond({.cheapest = 1, .dearest = 5}, {.right = true}), 0);
}

TEST(Beyond, IsNotCutWhenTheReferencesAreMoreThanOneUnitApart) {
  // Mercury's own evaluator gives 1 / 80 here, and 10 / 8 for the second.
  EXPECT_EQ(beyond({.cheapest = 10, .dearest = 90}, right(30)), 0.75);
  EXPECT_EQ(beyond({.cheapest = 0.5, .dearest = 1}, right(0.25)), 1);
}

RC_GTEST_PROP(Beyond, MatchesRationalArithmeticAndStaysBetweenZeroAndOne, ()) {
  const auto costs = *rc::gen::suchThat(
      rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1'000'000)), [](const std::vector<int>& v) {
        return !v.empty() && *std::max_element(v.begin(), v.end()) > *std::min_element(v.begin(), v.end());
      });
  const int cost = *rc::gen::inRange(0, 1'100'000);
  const int low = *std::min_element(costs.begin(), costs.end());
  const int high = *std::max_element(costs.begin(), costs.end());
  const cpp_rational exact = cost >= high  ? cpp_rational(0)
                             : cost <= low ? cpp_rational(1)
                                           : cpp_rational(high - cost, high - low);
  const double found = beyond(cost_spread(std::vector<double>(costs.begin(), costs.end())), right(cost));
  RC_ASSERT(found >= 0);
  RC_ASSERT(found <= 1);
  RC_ASSERT(found == exact.convert_to<double>());
}

RC_GTEST_PROP(Beyond, NeverRisesWithTheCostAndDoesNotDependOnTheUnit, ()) {
  const double cheapest = *rc::gen::inRange(1, 1000);
  const double dearest = cheapest + *rc::gen::inRange(1, 1000);
  const int cost = *rc::gen::inRange(0, 3000);
  const double score = beyond({.cheapest = cheapest, .dearest = dearest}, right(cost));
  RC_ASSERT(beyond({.cheapest = cheapest, .dearest = dearest}, right(cost + 1)) <= score);
  RC_ASSERT(beyond({.cheapest = 1024 * cheapest, .dearest = 1024 * dearest}, right(1024 * cost)) == score);
}

// The mean of k samples, over every choice of k, is the mean of all: why Beyond has no k of its own.
TEST(BeyondMean, IsTheMeanOfKAveragedOverAllOrders) {
  std::vector<double> scores{0, 0.125, 0.5, 0.75, 1};
  for (int k = 1; k <= 5; ++k) {
    double sum = 0;
    int orders = 0;
    std::sort(scores.begin(), scores.end());
    do {
      sum += beyond_of_first_k(scores, k);
      ++orders;
    } while (std::next_permutation(scores.begin(), scores.end()));
    EXPECT_NEAR(sum / orders, beyond_mean(scores), 1e-13) << "k=" << k;
  }
}

TEST(BeyondOfFirstK, DependsOnTheOrderAndNotOnLaterSamples) {
  EXPECT_EQ(beyond_of_first_k(std::vector<double>{0, 1, 1}, 1), 0);
  EXPECT_EQ(beyond_of_first_k(std::vector<double>{1, 0, 0}, 1), 1);
  EXPECT_EQ(beyond_of_first_k(std::vector<double>{1, 0, 0}, 2), 0.5);
}

TEST(Beyond, RefusesReferencesThatSpanNothing) {
  EXPECT_THROW(cost_spread(std::vector<double>{}), std::invalid_argument);
  EXPECT_THROW(cost_spread(std::vector<double>{3}), std::invalid_argument);
  EXPECT_THROW(cost_spread(std::vector<double>{3, 3}), std::invalid_argument);
  EXPECT_THROW(beyond({.cheapest = 5, .dearest = 1}, right(2)), std::invalid_argument);
  for (const double bad : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(cost_spread(std::vector<double>{3, bad}), std::invalid_argument) << bad;
  }
}

TEST(Beyond, RefusesWhatIsNoCostNoScoreAndNoK) {
  for (const double bad : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(beyond({.cheapest = 1, .dearest = 5}, right(bad)), std::invalid_argument) << bad;
    EXPECT_THROW(beyond_mean(std::vector<double>{bad}), std::invalid_argument) << bad;
  }
  EXPECT_THROW(beyond_mean(std::vector<double>{1.5}), std::invalid_argument);
  EXPECT_THROW(beyond_mean(std::vector<double>{}), std::invalid_argument);
  EXPECT_THROW(beyond_of_first_k(std::vector<double>{1}, 0), std::invalid_argument);
  EXPECT_THROW(beyond_of_first_k(std::vector<double>{1}, 2), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
