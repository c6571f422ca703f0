#include "metrics/level_score.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

using Levels = std::vector<LevelCosts>;
using Scores = std::vector<std::optional<double>>;

double score_of_right(const Levels& levels, double alpha) {
  return sample_score({.right = true, .levels = levels}, alpha);
}

// Weights 0, 3, 3, 4 and a reference that grows tenfold from level to level.
Levels growing_levels(std::vector<std::optional<double>> costs) {
  return {{0, 1, costs[0]}, {3, 10, costs[1]}, {3, 100, costs[2]}, {4, 1000, costs[3]}};
}

TEST(LevelScore, AgreesWithTheExamplesInItsHeader) {
  const Levels one{{1, 1, 1.5}};
  EXPECT_EQ(budget(one, 2), 2);
  EXPECT_EQ(level_scores(one, 2), Scores{0.5});
  const Levels four{{0, 0, std::nullopt}, {3, 1, 1.5}, {3, 1, 1}, {4, 1, std::nullopt}};
  EXPECT_DOUBLE_EQ(score_of_right(four, 2), 0.45);
}

TEST(LevelScore, TakesTheBudgetFromTheDearestLevelThatHasAWeight) {
  EXPECT_EQ(budget(Levels{{0, 5000, {}}, {3, 10, {}}, {3, 100, {}}}, 2), 200);
  EXPECT_EQ(budget(Levels{{3, 100, {}}, {3, 10, {}}}, 1.5), 150);  // not simply the last one
}

TEST(LevelScore, MatchesTheFormulaOnThreeLevels) {
  // T = 2000: (2000-20)/(2000-10), (2000-100)/(2000-100), (2000-1500)/(2000-1000).
  const Levels levels = growing_levels({1, 20, 100, 1500});
  const Scores scores = level_scores(levels, 2);
  ASSERT_EQ(scores.size(), 4U);
  EXPECT_EQ(scores[0], std::nullopt);
  EXPECT_DOUBLE_EQ(*scores[1], 1980.0 / 1990);
  EXPECT_EQ(scores[2], 1);
  EXPECT_EQ(scores[3], 0.5);
  EXPECT_DOUBLE_EQ(score_of_right(levels, 2), (3 * 1980.0 / 1990 + 3 + 4 * 0.5) / 10);
}

RC_GTEST_PROP(LevelScore, IsExactlyOneForTheReferenceItself, ()) {
  Levels levels;
  const int count = *rc::gen::inRange(1, 6);
  for (int l = 0; l < count; ++l) {
    const double cost = *rc::gen::inRange(1, 1'000'000'000) / 7.0;
    levels.push_back({*rc::gen::inRange(1, 100) / 3.0, cost, cost});
  }
  const double alpha = 1 + *rc::gen::inRange(1, 1000) / 100.0;
  RC_ASSERT(score_of_right(levels, alpha) == 1);
}

RC_GTEST_PROP(LevelScore, StaysBetweenZeroAndItsCeilingAndFallsWithCost, ()) {
  const double alpha = 1 + *rc::gen::inRange(1, 1000) / 100.0;
  const double reference = *rc::gen::inRange(1, 1000);
  double before = alpha / (alpha - 1) * (1 + 1e-12);  // of a sample that costs nothing, but for rounding
  for (double cost = 0; cost < 3 * alpha * reference; cost += alpha * reference / 8) {
    const double score = score_of_right(Levels{{1, reference, cost}}, alpha);
    RC_ASSERT(score >= 0);
    RC_ASSERT(score <= before);
    before = score;
  }
  RC_ASSERT(before == 0);
}

TEST(LevelScore, ReachesItsCeilingOnlyOnTheDearestLevel) {
  EXPECT_EQ(level_scores(growing_levels({0, 0, 0, 0}), 2),
            (Scores{std::nullopt, 2000.0 / 1990, 2000.0 / 1900, 2.0}));
}

TEST(LevelScore, IsZeroFromTheFirstCensoredLevelOn) {
  EXPECT_EQ(level_scores(growing_levels({1, 10, std::nullopt, std::nullopt}), 2),
            (Scores{std::nullopt, 1, 0, 0}));
  // A later level that was measured all the same does not count.
  EXPECT_EQ(level_scores(growing_levels({1, std::nullopt, 100, 1000}), 2), (Scores{std::nullopt, 0, 0, 0}));
}

TEST(LevelScore, CensorsAKnownCostAboveTheBudgetAsIfItHadBeenCutOff) {
  // Measured under alpha 4, scored under 2: level 2 is above T = 2000.
  EXPECT_EQ(level_scores(growing_levels({1, 10, 2001, 1000}), 2), (Scores{std::nullopt, 1, 0, 0}));
  EXPECT_EQ(level_scores(growing_levels({1, 10, 2001, 1000}), 2),
            level_scores(growing_levels({1, 10, std::nullopt, std::nullopt}), 2));
  // Exactly T is not above it: scores 0 there, and the next level counts.
  EXPECT_EQ(level_scores(growing_levels({1, 10, 2000, 1000}), 2), (Scores{std::nullopt, 1, 0, 1}));
}

TEST(LevelScore, LooksAtNothingOfALevelWithoutWeight) {
  const double nan = std::nan("");
  EXPECT_EQ(score_of_right(Levels{{0, nan, nan}, {1, 10, 10}}, 2), 1);
  EXPECT_EQ(score_of_right(Levels{{0, -1, std::nullopt}, {1, 10, 10}}, 2), 1);
}

TEST(LevelScore, IsZeroForAWrongSampleHoweverCheap) {
  const Levels levels = growing_levels({1, 10, 100, 1000});
  EXPECT_EQ(sample_score({.right = true, .levels = levels}, 2), 1);
  EXPECT_EQ(sample_score({.right = false, .levels = levels}, 2), 0);
}

TEST(LevelScore, DoesNotDependOnTheUnitOfWeightsOrCosts) {
  const Levels levels = growing_levels({1, 12, 90, 1700});
  Levels scaled = levels;
  for (LevelCosts& level : scaled) {
    level.weight *= 8;
    level.reference_cost *= 0x1p-30;
    level.cost = *level.cost * 0x1p-30;
  }
  EXPECT_EQ(score_of_right(scaled, 2), score_of_right(levels, 2));
}

TEST(LevelScore, RefusesWhatIsOutOfRange) {
  const double nan = std::nan("");
  const double infinity = std::numeric_limits<double>::infinity();
  const Levels fine{{1, 10, 10}};
  for (const double alpha : {1.0, 0.5, -2.0, nan, infinity}) {
    EXPECT_THROW(budget(fine, alpha), std::invalid_argument) << alpha;
    EXPECT_THROW(score_of_right(fine, alpha), std::invalid_argument) << alpha;
  }
  for (const double weight : {-1.0, nan, infinity}) {
    EXPECT_THROW(score_of_right(Levels{{1, 10, 10}, {weight, 10, 10}}, 2), std::invalid_argument) << weight;
  }
  for (const double reference : {0.0, -1.0, nan, infinity}) {
    EXPECT_THROW(score_of_right(Levels{{1, reference, 10}}, 2), std::invalid_argument) << reference;
  }
  for (const double cost : {-1.0, nan, infinity}) {
    EXPECT_THROW(score_of_right(Levels{{1, 10, cost}}, 2), std::invalid_argument) << cost;
    // Also after a censored level, where the score would not show it.
    EXPECT_THROW(score_of_right(Levels{{1, 10, {}}, {1, 10, cost}}, 2), std::invalid_argument) << cost;
  }
  EXPECT_THROW(score_of_right({}, 2), std::invalid_argument);
  EXPECT_THROW(score_of_right(Levels{{0, 10, 10}}, 2), std::invalid_argument);
  EXPECT_THROW(sample_score({.right = false, .levels = Levels{}}, 2), std::invalid_argument);
}

TEST(LevelScore, RefusesABudgetThatRoundingMakesEqualToTheReference) {
  const double barely = std::nextafter(1.0, 2);
  EXPECT_THROW(budget(Levels{{1, std::numeric_limits<double>::denorm_min(), 0}}, barely),
               std::invalid_argument);
  EXPECT_THROW(budget(Levels{{1, std::numeric_limits<double>::max(), 0}}, 2), std::invalid_argument);
}

TEST(LargestCost, IsTheMaximumOverTheCases) {
  EXPECT_EQ(largest_cost(Scores{3, 7, 5}), 7);
}

TEST(LargestCost, IsUnknownAsSoonAsOneCaseIs) {
  EXPECT_EQ(largest_cost(Scores{3, std::nullopt, 5}), std::nullopt);
  EXPECT_EQ(largest_cost(Scores{std::nullopt}), std::nullopt);
}

TEST(LargestCost, RefusesALevelWithoutCasesAndWhatIsNoCost) {
  EXPECT_THROW(largest_cost({}), std::invalid_argument);
  EXPECT_THROW(largest_cost(Scores{3, std::nan("")}), std::invalid_argument);
  EXPECT_THROW(largest_cost(Scores{std::nullopt, -1}), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
