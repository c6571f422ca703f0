#include "metrics/ladder_score.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

const std::vector<Rung> kExample{
    {.cost = 100, .share = 30}, {.cost = 50, .share = 70}, {.cost = 20, .share = 100}};

JudgedCost right(double cost) {
  return {.right = true, .cost = cost};
}

TEST(LadderScore, AgreesWithTheExamplesInItsHeader) {
  EXPECT_EQ(ladder_score(kExample, right(45)).dps, 70);
  EXPECT_DOUBLE_EQ(ladder_score(kExample, right(45)).dps_norm, 200.0 / 3);
  EXPECT_EQ(ladder_score(kExample, right(20)).dps, 100);
  EXPECT_EQ(ladder_score(kExample, right(20)).dps_norm, 100);
  EXPECT_EQ(ladder_score(kExample, right(120)).dps, 0);
  EXPECT_EQ(ladder_score(kExample, right(120)).dps_norm, 0);

  const std::vector<Rung> even = even_ladder(std::vector<double>{20, 100, 50});
  ASSERT_EQ(even.size(), 3U);
  EXPECT_EQ(even[0].cost, 100);
  EXPECT_DOUBLE_EQ(even[0].share, 100.0 / 3);
  EXPECT_EQ(even[1].cost, 50);
  EXPECT_DOUBLE_EQ(even[1].share, 200.0 / 3);
  EXPECT_EQ(even[2].cost, 20);
  EXPECT_EQ(even[2].share, 100);
}

TEST(LadderScore, CountsATieWithARungAsReachingIt) {
  EXPECT_EQ(ladder_score(kExample, right(100)).dps, 30);
  EXPECT_EQ(ladder_score(kExample, right(std::nextafter(100.0, 101))).dps, 0);
}

TEST(LadderScore, IsZeroForAWrongSampleAndForOneOfUnknownCost) {
  EXPECT_EQ(ladder_score(kExample, {.right = false, .cost = 1}).dps, 0);
  EXPECT_EQ(ladder_score(kExample, {.right = true}).dps_norm, 0);
}

TEST(LadderScore, CountsTheHighestRungReachedWhereTwoHaveTurnedRound) {
  const std::vector<Rung> turned{
      {.cost = 50, .share = 30}, {.cost = 100, .share = 70}, {.cost = 20, .share = 100}};
  EXPECT_EQ(ladder_score(turned, right(80)).dps, 70);
  EXPECT_EQ(ladder_score(turned, right(45)).dps, 70);
}

// DPS from its meaning: the share of a population that the sample matches or beats. The population is split
// into groups of equal cost, a rung each.
RC_GTEST_PROP(LadderScore, IsTheShareOfThePopulationThatIsNoCheaper, ()) {
  const auto population = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 30)));
  const int cost = *rc::gen::inRange(0, 35);
  const auto no_cheaper_than = [&](int than) {
    return std::count_if(population.begin(), population.end(), [&](int one) { return one >= than; });
  };
  const auto percent = [&](std::ptrdiff_t part) {
    return 100 * static_cast<double>(part) / static_cast<double>(population.size());
  };
  std::map<int, double, std::greater<>> share_by_cost;
  for (const int one : population) share_by_cost[one] = percent(no_cheaper_than(one));
  std::vector<Rung> ladder;
  for (const auto& [rung_cost, share] : share_by_cost) {
    ladder.push_back({.cost = static_cast<double>(rung_cost), .share = share});
  }
  const LadderScore score = ladder_score(ladder, right(cost));
  RC_ASSERT(score.dps == percent(no_cheaper_than(cost)));

  const auto reached =
      std::count_if(ladder.begin(), ladder.end(), [&](const Rung& rung) { return rung.cost >= cost; });
  RC_ASSERT(std::fabs(score.dps_norm * static_cast<double>(ladder.size()) -
                      100 * static_cast<double>(reached)) < 1e-9);
}

RC_GTEST_PROP(LadderScore, HasDpsEqualToDpsNormOnAnEvenLadder, ()) {
  const auto costs = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1000)));
  const int cost = *rc::gen::inRange(0, 1100);
  const LadderScore score =
      ladder_score(even_ladder(std::vector<double>(costs.begin(), costs.end())), right(cost));
  RC_ASSERT(score.dps == score.dps_norm);
}

TEST(LadderMean, IsTheMeanOverRightSamplesOnly) {
  const std::vector<JudgedCost> samples{right(45), {.right = false, .cost = 1}, right(120), {.right = true}};
  const auto found = ladder_mean(kExample, samples);
  ASSERT_TRUE(found.has_value());
  EXPECT_DOUBLE_EQ(found->dps, 70.0 / 3);
  EXPECT_DOUBLE_EQ(found->dps_norm, 200.0 / 9);
}

TEST(LadderMean, ScoresEachSampleAndNotTheLastOneThroughout) {
  const auto found = ladder_mean(kExample, std::vector<JudgedCost>{right(20), right(100)});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->dps, 65);
}

TEST(LadderMean, IsNoneWithFewerRightSamplesThanAskedFor) {
  const std::vector<JudgedCost> samples{right(45), right(45), {}};
  EXPECT_TRUE(ladder_mean(kExample, samples, 2).has_value());
  EXPECT_FALSE(ladder_mean(kExample, samples, 3).has_value());
  EXPECT_FALSE(ladder_mean(kExample, std::vector<JudgedCost>{{}, {}}).has_value());
  EXPECT_FALSE(ladder_mean(kExample, std::vector<JudgedCost>{}).has_value());
}

TEST(LadderScore, RefusesWhatIsNoLadder) {
  EXPECT_THROW(ladder_score(std::vector<Rung>{}, right(1)), std::invalid_argument);
  EXPECT_THROW(even_ladder(std::vector<double>{}), std::invalid_argument);
  for (const double bad : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(even_ladder(std::vector<double>{2, bad}), std::invalid_argument) << bad;
    EXPECT_THROW(ladder_score(std::vector<Rung>{{.cost = bad, .share = 100}}, right(1)),
                 std::invalid_argument)
        << bad;
  }
  for (const double bad : {-1.0, 100.5, std::nan("")}) {
    EXPECT_THROW(ladder_score(std::vector<Rung>{{.cost = 1, .share = bad}}, right(1)), std::invalid_argument)
        << bad;
  }
  const std::vector<Rung> falling{{.cost = 2, .share = 80}, {.cost = 1, .share = 70}};
  EXPECT_THROW(ladder_score(falling, right(1)), std::invalid_argument);
}

TEST(LadderScore, RefusesWhatIsNoCostAndNoNumberOfSamples) {
  EXPECT_THROW(ladder_score(kExample, right(-1)), std::invalid_argument);
  EXPECT_THROW(ladder_score(kExample, right(std::nan(""))), std::invalid_argument);
  EXPECT_THROW(ladder_mean(kExample, std::vector<JudgedCost>{right(1)}, 0), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
