#include "metrics/paired_test.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

// The definition in whole numbers, where ties are ties: every sign pattern, by bit mask.
double p_by_enumeration(const std::vector<int>& differences) {
  int observed = 0;
  for (const int difference : differences) observed += difference;
  std::int64_t extreme = 0;
  for (unsigned signs = 0; signs < (1U << differences.size()); ++signs) {
    int sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      sum += (signs >> i & 1) != 0 ? differences[i] : -differences[i];
    }
    if (std::abs(sum) >= std::abs(observed)) ++extreme;
  }
  return static_cast<double>(extreme) / static_cast<double>(1U << differences.size());
}

std::vector<double> in_tenths(const std::vector<int>& whole) {
  // Tenths have no exact double: ties come out a few units in the last place apart.
  std::vector<double> differences;
  for (const int value : whole) differences.push_back(value / 10.0);
  return differences;
}

TEST(SignFlipTest, AgreesWithTheExamplesInItsHeader) {
  EXPECT_EQ(sign_flip_test(std::vector<double>{1, 2, 3}).p_value, 2.0 / 8);
  EXPECT_EQ(sign_flip_test(std::vector<double>{1, -1}).p_value, 1);
}

RC_GTEST_PROP(SignFlipTest, MatchesEnumerationOfEverySignPattern, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 13);
  const auto whole = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(-9, 10));
  const SignFlipResult result = sign_flip_test(in_tenths(whole));
  RC_ASSERT(result.exact);
  RC_ASSERT(result.p_value == p_by_enumeration(whole));
}

TEST(SignFlipTest, CountsTiesThatRoundingSplits) {
  // 0.1 + 0.2 - 0.1 is a little above 0.2 in doubles, so that -0.1 + 0.2 + 0.1 falls short of it or not by
  // the order of the terms.
  const std::vector<int> whole{1, 2, -1};
  EXPECT_EQ(sign_flip_test(in_tenths(whole)).p_value, p_by_enumeration(whole));
}

TEST(SignFlipTest, EnumeratesUpToTwentyDifferencesThatAreNotZero) {
  std::vector<double> differences(500, 0);
  for (std::size_t i = 0; i < 20; ++i) differences[i * 7] = 1;
  const SignFlipResult twenty = sign_flip_test(differences);
  EXPECT_TRUE(twenty.exact);
  EXPECT_EQ(twenty.p_value, std::ldexp(2, -20));  // all plus or all minus
  differences[499] = 1;
  EXPECT_FALSE(sign_flip_test(differences).exact);
}

TEST(SignFlipTest, SamplesWhatEnumerationWouldCount) {
  // 24 differences of 1, of which 17 plus: the sum is 10, and P(|2B - 24| >= 10) for binomial B is exact.
  std::vector<double> differences(24, 1);
  std::fill_n(differences.begin(), 7, -1);
  double exact = 0;
  double binomial = 1;
  for (int b = 0; b <= 24; ++b) {
    if (std::abs(2 * b - 24) >= 10) exact += std::ldexp(binomial, -24);
    binomial = binomial * (24 - b) / (b + 1);
  }
  const std::int64_t draws = 100'000;
  const SignFlipResult sampled = sign_flip_test(differences, {.draws = draws, .seed = 9});
  EXPECT_FALSE(sampled.exact);
  // Five standard deviations of a share.
  EXPECT_NEAR(sampled.p_value, exact, 5 * std::sqrt(exact * (1 - exact) / static_cast<double>(draws)));
}

TEST(SignFlipTest, NeverGivesZeroWhenItSamples) {
  const std::vector<double> clear(200, 1);
  EXPECT_EQ(sign_flip_test(clear, {.draws = 999}).p_value, 1.0 / 1000);
}

// How often p <= 0.05 when the models do not differ: symmetric differences, many worlds.
double share_rejected(int problems, int worlds, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  int rejected = 0;
  for (int world = 0; world < worlds; ++world) {
    std::vector<double> differences;
    for (int p = 0; p < problems; ++p) {
      const double uniform = static_cast<double>(random() >> 11) * 0x1p-53;
      differences.push_back((random() >> 63) != 0 ? uniform * uniform : -uniform * uniform);
    }
    const auto options = SignFlipOptions{.draws = 999, .seed = static_cast<std::uint64_t>(world)};
    if (sign_flip_test(differences, options).p_value <= 0.05) ++rejected;
  }
  return static_cast<double>(rejected) / worlds;
}

// 4000 worlds: a standard deviation of 0.0034; four of them on either side.
TEST(SignFlipTest, RejectsFiveInAHundredWithoutADifferenceWhenItEnumerates) {
  // 102 of the 2048 mirror pairs are at most 0.05: the true size is 0.0498.
  EXPECT_NEAR(share_rejected(12, 4000, 21), 0.0498, 4 * 0.0034);
}

TEST(SignFlipTest, RejectsFiveInAHundredWithoutADifferenceWhenItSamples) {
  EXPECT_NEAR(share_rejected(40, 4000, 22), 0.05, 4 * 0.0034);
}

TEST(SignFlipTest, IsTheSameForTheModelsSwappedAndForAnyUnit) {
  const std::vector<double> differences{0.3, -0.1, 0.25, 0.4, 0.05};
  std::vector<double> swapped;
  std::vector<double> huge;
  for (const double difference : differences) {
    swapped.push_back(-difference);
    huge.push_back(difference * 0x1p1020);
  }
  EXPECT_EQ(sign_flip_test(swapped).p_value, sign_flip_test(differences).p_value);
  EXPECT_EQ(sign_flip_test(huge).p_value, sign_flip_test(differences).p_value);
}

TEST(SignFlipTest, RepeatsWithItsSeedAndMovesWithAnother) {
  std::vector<double> differences;
  for (int i = 0; i < 50; ++i) differences.push_back(std::sin(i) + 0.1);
  const double first = sign_flip_test(differences, {.seed = 1}).p_value;
  EXPECT_EQ(sign_flip_test(differences, {.seed = 1}).p_value, first);
  EXPECT_NE(sign_flip_test(differences, {.seed = 2}).p_value, first);
}

TEST(SignFlipTest, GivesOneWhenNothingDiffers) {
  const SignFlipResult result = sign_flip_test(std::vector<double>(164, 0));
  EXPECT_EQ(result.p_value, 1);
  EXPECT_TRUE(result.exact);
}

TEST(SignFlipTest, RefusesWhatIsOutOfRange) {
  EXPECT_THROW(sign_flip_test({}), std::invalid_argument);
  EXPECT_THROW(sign_flip_test(std::vector<double>{1, std::nan("")}), std::invalid_argument);
  EXPECT_THROW(sign_flip_test(std::vector<double>{std::numeric_limits<double>::infinity()}),
               std::invalid_argument);
  EXPECT_THROW(sign_flip_test(std::vector<double>{1}, {.draws = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
