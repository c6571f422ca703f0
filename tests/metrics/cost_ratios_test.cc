#include "metrics/cost_ratios.h"

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
using Compared = std::vector<ComparedCost>;

ComparedCost right(double reference, double cost) {
  return {.reference = reference, .sample = {.right = true, .cost = cost}};
}

double relative_error(double found, const cpp_rational& exact) {
  return cpp_rational(abs(cpp_rational(found) - exact) / exact).convert_to<double>();
}

TEST(CostRatios, AgreesWithTheExamplesInItsHeader) {
  const CostRatios found = cost_ratios(Compared{right(1, 2), right(10, 9)});
  EXPECT_DOUBLE_EQ(found.mean_of_ratios.value(), 1.45);
  EXPECT_EQ(found.ratio_of_sums, 1);
  EXPECT_EQ(found.counted, 2);
  EXPECT_EQ(found.left_out, 0);
  EXPECT_DOUBLE_EQ(speedup(Compared{right(4, 3.9), right(10, 20)}).value(), 14 / 23.9);
}

TEST(CostRatios, LeavesOutFailuresOnBothSidesAndCountsThem) {
  const Compared solved{right(1, 2), right(10, 9)};
  Compared with_failures = solved;
  with_failures.push_back({.reference = 1000, .sample = {.right = false, .cost = 1}});
  with_failures.push_back({.reference = 1000, .sample = {.right = true}});
  const CostRatios found = cost_ratios(with_failures);
  EXPECT_EQ(found.mean_of_ratios, cost_ratios(solved).mean_of_ratios);
  EXPECT_EQ(found.ratio_of_sums, 1);
  EXPECT_EQ(found.counted, 2);
  EXPECT_EQ(found.left_out, 2);
  EXPECT_EQ(speedup(with_failures), speedup(solved));
}

TEST(CostRatios, HasNoValueWhenNothingIsLeft) {
  for (const Compared& compared : {Compared{}, Compared{{.reference = 1, .sample = {}}}}) {
    const CostRatios found = cost_ratios(compared);
    EXPECT_FALSE(found.mean_of_ratios.has_value());
    EXPECT_FALSE(found.ratio_of_sums.has_value());
    EXPECT_EQ(found.counted, 0);
    EXPECT_FALSE(speedup(compared).has_value());
  }
}

rc::Gen<std::vector<std::pair<int, int>>> any_pairs() {
  const auto cost = rc::gen::inRange(1, 1'000'000'000);
  return rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(cost, cost)));
}

RC_GTEST_PROP(CostRatios, MatchesRationalArithmetic, ()) {
  const auto pairs = *any_pairs();
  Compared compared;
  cpp_rational ratios = 0;
  cpp_rational references = 0;
  cpp_rational costs = 0;
  for (const auto& [reference, cost] : pairs) {
    compared.push_back(right(reference, cost));
    ratios += cpp_rational(cost, reference);
    references += reference;
    costs += cost;
  }
  const CostRatios found = cost_ratios(compared);
  RC_ASSERT(relative_error(found.mean_of_ratios.value(), ratios / compared.size()) < 3e-16);
  RC_ASSERT(relative_error(found.ratio_of_sums.value(), costs / references) < 4e-16);
  RC_ASSERT(relative_error(speedup(compared).value(), references / costs) < 4e-16);
}

RC_GTEST_PROP(CostRatios, HasBothMeansBetweenTheSmallestAndTheLargestRatio, ()) {
  const auto pairs = *any_pairs();
  Compared compared;
  std::vector<double> ratios;
  for (const auto& [reference, cost] : pairs) {
    compared.push_back(right(reference, cost));
    ratios.push_back(static_cast<double>(cost) / reference);
  }
  const auto [low, high] = std::minmax_element(ratios.begin(), ratios.end());
  const CostRatios found = cost_ratios(compared);
  for (const double one : {found.mean_of_ratios.value(), found.ratio_of_sums.value()}) {
    RC_ASSERT(one >= *low * (1 - 1e-15));
    RC_ASSERT(one <= *high * (1 + 1e-15));
  }
}

TEST(CostRatios, GivesEachProblemTheSameWeightOnlyInTheMeanOfRatios) {
  // The first problem a thousand times as dear, for sample and reference alike.
  const CostRatios small = cost_ratios(Compared{right(1, 2), right(10, 9)});
  const CostRatios large = cost_ratios(Compared{right(1000, 2000), right(10, 9)});
  EXPECT_EQ(large.mean_of_ratios, small.mean_of_ratios);
  EXPECT_DOUBLE_EQ(large.ratio_of_sums.value(), 2009.0 / 1010);
}

TEST(CostRatios, DoesNotOverflow) {
  const double largest = std::numeric_limits<double>::max();
  const Compared compared{right(largest, largest), right(largest, largest)};
  EXPECT_EQ(cost_ratios(compared).ratio_of_sums, 1);
  EXPECT_EQ(speedup(compared), 1);
}

TEST(CostRatios, RefusesWhatIsNoCost) {
  for (const double bad : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(cost_ratios(Compared{right(bad, 1)}), std::invalid_argument) << bad;
    EXPECT_THROW(speedup(Compared{{.reference = bad, .sample = {}}}), std::invalid_argument) << bad;
  }
  for (const double bad : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(cost_ratios(Compared{right(1, bad)}), std::invalid_argument) << bad;
  }
  EXPECT_EQ(cost_ratios(Compared{right(1, 0)}).ratio_of_sums, 0);
  EXPECT_THROW(speedup(Compared{right(1, 0)}), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
