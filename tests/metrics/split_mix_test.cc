#include "metrics/split_mix.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace effk::metrics {
namespace {

TEST(SplitMix, RepeatsThePublishedSequence) {
  // The values that implementations of SplitMix64 in other languages give for this seed.
  SplitMix random(1234567);
  EXPECT_EQ(random.next(), 6457827717110365317U);
  EXPECT_EQ(random.next(), 3203168211198807973U);
  EXPECT_EQ(random.next(), 9817491932198370423U);
  EXPECT_EQ(random.next(), 4593380528125082431U);
  EXPECT_EQ(random.next(), 16408922859458223821U);
}

TEST(SplitMix, StaysBelowItsBoundAndReachesEveryValueEquallyOften) {
  const std::uint32_t n = 7;
  const int draws = 700'000;
  SplitMix random(3);
  std::vector<int> seen(n, 0);
  for (int i = 0; i < draws; ++i) {
    const std::uint32_t value = random.below(n);
    ASSERT_LT(value, n);
    ++seen[value];
  }
  // Chi-square with 6 degrees of freedom: above 30 with probability 4e-5.
  double chi_square = 0;
  for (const int count : seen) chi_square += std::pow(count - draws / 7.0, 2) / (draws / 7.0);
  EXPECT_LT(chi_square, 30);
}

TEST(SplitMix, HasNoBiasForABoundThatDoesNotDivideTheRange) {
  // With n = 3 * 2^30 a plain multiply-and-shift gives every third value twice as often.
  const std::uint32_t n = 3U << 30;
  const int draws = 300'000;
  SplitMix random(4);
  int first_of_three = 0;
  for (int i = 0; i < draws; ++i) {
    if (random.below(n) % 3 == 0) ++first_of_three;
  }
  // Binomial: mean 100,000, standard deviation 258; five of them.
  EXPECT_NEAR(first_of_three, draws / 3, 1300);
}

TEST(SplitMix, GivesZeroForABoundOfOne) {
  SplitMix random(5);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(random.below(1), 0U);
}

}  // namespace
}  // namespace effk::metrics
