#include "metrics/best_at_k.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <vector>

#include "metrics/eff_at_k.h"

namespace effk::metrics {
namespace {

// The definition: every subset of k samples, its best score, the mean of them.
double by_enumeration(const std::vector<double>& scores, int k) {
  double sum = 0;
  int subsets = 0;
  for (unsigned chosen = 0; chosen < (1U << scores.size()); ++chosen) {
    if (std::popcount(chosen) != k) continue;
    double best = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if ((chosen >> i & 1) != 0) best = std::max(best, scores[i]);
    }
    sum += best;
    ++subsets;
  }
  return sum / subsets;
}

// Scores as they come: many zeros, ties, some above 1, magnitudes far apart.
rc::Gen<std::vector<double>> any_scores() {
  const auto score = rc::gen::oneOf(
      rc::gen::just(0.0), rc::gen::just(1.0),
      rc::gen::map(rc::gen::inRange(0, 4000), [](int i) { return i / 2000.0; }),
      rc::gen::map(rc::gen::inRange(-300, 300), [](int exponent) { return std::pow(10.0, exponent); }));
  return rc::gen::nonEmpty(rc::gen::container<std::vector<double>>(score));
}

int any_k(const std::vector<double>& scores) {
  return *rc::gen::inRange(1, static_cast<int>(scores.size()) + 1);
}

TEST(BestAtK, AgreesWithTheExamplesInItsHeader) {
  const std::vector<double> scores{0, 0.5, 1};
  EXPECT_DOUBLE_EQ(best_at_k(scores, 1), 0.5);
  EXPECT_DOUBLE_EQ(best_at_k(scores, 2), 5.0 / 6);
  EXPECT_EQ(best_at_k(scores, 3), 1);
  EXPECT_DOUBLE_EQ(eff_at_k(scores, 2), 5.0 / 6);
}

TEST(BestAtK, MatchesEnumerationOfEverySubsetUpToTwelveSamples) {
  std::mt19937_64 random(20250101);
  for (int n = 1; n <= 12; ++n) {
    for (int trial = 0; trial < 5; ++trial) {
      std::vector<double> scores;
      // Eighths up to 2: zeros and ties are frequent.
      for (int i = 0; i < n; ++i) scores.push_back(static_cast<double>(random() % 17) / 8);
      for (int k = 1; k <= n; ++k) {
        EXPECT_NEAR(best_at_k(scores, k), by_enumeration(scores, k), 1e-13) << "n=" << n << " k=" << k;
      }
    }
  }
}

RC_GTEST_PROP(BestAtK, IsExactlyTheMaximumWhenKIsTheNumberOfScores, ()) {
  const auto scores = *any_scores();
  RC_ASSERT(best_at_k(scores, static_cast<int>(scores.size())) ==
            *std::max_element(scores.begin(), scores.end()));
}

RC_GTEST_PROP(BestAtK, IsTheMeanForKOfOne, ()) {
  const auto scores = *any_scores();
  long double sum = 0;
  for (const double score : scores) sum += score;
  const auto mean = static_cast<double>(sum / static_cast<long double>(scores.size()));
  RC_ASSERT(std::fabs(best_at_k(scores, 1) - mean) <= 1e-15 * mean);
}

RC_GTEST_PROP(BestAtK, DoesNotDependOnTheOrderOfScores, ()) {
  const auto scores = *any_scores();
  const int k = any_k(scores);
  auto shuffled = scores;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937_64(*rc::gen::arbitrary<unsigned>()));
  RC_ASSERT(best_at_k(shuffled, k) == best_at_k(scores, k));
}

RC_GTEST_PROP(BestAtK, NeverDecreasesWithK, ()) {
  const auto scores = *any_scores();
  double before = 0;
  for (int k = 1; k <= static_cast<int>(scores.size()); ++k) {
    const double now = best_at_k(scores, k);
    RC_ASSERT(now >= before);
    before = now;
  }
}

RC_GTEST_PROP(BestAtK, IsTheScoreItselfWhenAllAreEqual, ()) {
  const double score = *rc::gen::map(rc::gen::inRange(1, 1000), [](int i) { return i / 7.0; });
  const std::vector<double> scores(*rc::gen::inRange<std::size_t>(1, 300), score);
  RC_ASSERT(best_at_k(scores, any_k(scores)) == score);
}

RC_GTEST_PROP(BestAtK, ScalesWithAPowerOfTwoExactly, ()) {
  auto scores = *any_scores();
  for (double& score : scores) score = std::min(score, 2.0);
  const int k = any_k(scores);
  const double before = best_at_k(scores, k);
  for (double& score : scores) score *= 0x1p40;
  RC_ASSERT(best_at_k(scores, k) == before * 0x1p40);
}

TEST(BestAtK, NeitherOverflowsNorVanishesAtTheEdgesOfTheFormat) {
  const double largest = std::numeric_limits<double>::max();
  const std::vector<double> huge(1000, largest);
  EXPECT_EQ(best_at_k(huge, 1), largest);
  EXPECT_EQ(best_at_k(huge, 500), largest);

  const double smallest = std::numeric_limits<double>::denorm_min();
  EXPECT_EQ(best_at_k(std::vector<double>{0, 0, 0, 4 * smallest}, 1), smallest);
  EXPECT_EQ(best_at_k(std::vector<double>{smallest, smallest}, 1), smallest);
  EXPECT_EQ(best_at_k(std::vector<double>{0, 0, 0}, 2), 0);
}

TEST(BestAtK, RefusesKOutsideTheSamplesThereAre) {
  const std::vector<double> zeros{0, 0, 0};
  EXPECT_THROW(best_at_k(zeros, 0), std::invalid_argument);
  EXPECT_THROW(best_at_k(zeros, -1), std::invalid_argument);
  EXPECT_THROW(best_at_k(zeros, 4), std::invalid_argument);
  EXPECT_THROW(best_at_k(std::vector<double>{1, 1, 1}, 4), std::invalid_argument);
  EXPECT_THROW(best_at_k(std::vector<double>{}, 1), std::invalid_argument);
  EXPECT_THROW(best_at_k(std::vector<double>{}, 0), std::invalid_argument);
  EXPECT_THROW(best_at_k(zeros, std::numeric_limits<std::int64_t>::max()), std::invalid_argument);
}

TEST(BestAtK, RefusesScoresThatAreNoEfficiencies) {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double bad : {std::nan(""), infinity, -infinity, -0.25}) {
    EXPECT_THROW(best_at_k(std::vector<double>{0.5, bad, 1}, 2), std::invalid_argument) << bad;
    EXPECT_THROW(best_at_k(std::vector<double>{bad}, 1), std::invalid_argument) << bad;
  }
}

TEST(BestAtK, SaysWhatItFoundAndWanted) {
  try {
    best_at_k(std::vector<double>{0, 1, 1}, 5);
    FAIL() << "k = 5 of 3 was accepted";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "best_at_k: k is 5, and must lie between 1 and the 3 samples there are");
  }
}

}  // namespace
}  // namespace effk::metrics
