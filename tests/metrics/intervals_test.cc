#include "metrics/intervals.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "metrics/best_at_k.h"

namespace effk::metrics {
namespace {

// A world in which the truth is known. A problem has an ease q, uniform in 0..1; a sample of it scores q with
// probability 1/5 and 0 otherwise. The best of k = 5 samples is q unless all five fail, so that over all
// problems best@5 has the mean (1/2) * (1 - 0.8^5).
constexpr int kProblems = 40;
constexpr int kSamples = 5;
constexpr double kTruth = 0.5 * (1 - 0.8 * 0.8 * 0.8 * 0.8 * 0.8);

class World {
 public:
  explicit World(std::uint64_t seed) : random_(seed) {}
  std::vector<std::vector<double>> measure_suite() {
    std::vector<std::vector<double>> suite;
    for (int p = 0; p < kProblems; ++p) {
      const double ease = static_cast<double>(random_() >> 11) * 0x1p-53;
      std::vector<double> samples;
      for (int s = 0; s < kSamples; ++s) samples.push_back(random_() % 5 == 0 ? ease : 0);
      suite.push_back(samples);
    }
    return suite;
  }

 private:
  std::mt19937_64 random_;
};

std::vector<double> best_values(const std::vector<std::vector<double>>& suite) {
  std::vector<double> values;
  for (const auto& samples : suite) values.push_back(best_at_k(samples, kSamples));
  return values;
}

TEST(BootstrapInterval, CoversTheTruthAsOftenAsTheorySaysForFortyProblems) {
  // For a mean of n = 40 the percentile interval acts like 1.96 standard errors computed with n instead of
  // n-1, where Student's t with 39 degrees of freedom asks for 2.02: coverage about 0.94. Over 2000 worlds
  // the share has a standard deviation of 0.0053; four of them on either side.
  const int worlds = 2000;
  World world(11);
  int covered = 0;
  for (int i = 0; i < worlds; ++i) {
    const Interval interval = bootstrap_interval(best_values(world.measure_suite()),
                                                 {.draws = 1000, .seed = static_cast<std::uint64_t>(i)});
    if (interval.low <= kTruth && kTruth <= interval.high) ++covered;
  }
  const double coverage = static_cast<double>(covered) / worlds;
  RecordProperty("coverage", std::to_string(coverage));
  EXPECT_GE(coverage, 0.94 - 4 * 0.0053);
  EXPECT_LE(coverage, 0.94 + 4 * 0.0053);
}

TEST(BootstrapInterval, WouldMissTheTruthIfSamplesWereResampledToo) {
  // Why the function takes one value a problem: the same worlds, drawing samples with replacement as well.
  // Were the coverage 0.9, fewer than 0.8 of 300 worlds would be covered once in 1e7 tries.
  const int worlds = 300;
  const int draws = 300;
  World world(11);
  std::mt19937_64 random(12);
  int covered = 0;
  for (int i = 0; i < worlds; ++i) {
    const auto suite = world.measure_suite();
    std::vector<double> means;
    for (int draw = 0; draw < draws; ++draw) {
      double sum = 0;
      for (int p = 0; p < kProblems; ++p) {
        const auto& samples = suite[random() % kProblems];
        double best = 0;
        for (int s = 0; s < kSamples; ++s) best = std::max(best, samples[random() % kSamples]);
        sum += best;
      }
      means.push_back(sum / kProblems);
    }
    std::sort(means.begin(), means.end());
    if (means[7] <= kTruth && kTruth <= means[draws - 8]) ++covered;
  }
  RecordProperty("coverage", std::to_string(static_cast<double>(covered) / worlds));
  EXPECT_LT(covered, 0.8 * worlds);
}

TEST(BootstrapInterval, CoversLessAtALowerLevel) {
  World world(13);
  const std::vector<double> values = best_values(world.measure_suite());
  const Interval wide = bootstrap_interval(values, {.level = 0.95});
  const Interval narrow = bootstrap_interval(values, {.level = 0.5});
  EXPECT_LT(wide.low, narrow.low);
  EXPECT_LT(narrow.low, narrow.high);
  EXPECT_LT(narrow.high, wide.high);
}

// All n^n equally likely draws of so few values can be written down, and the quantiles of the interval
// compared with the exact distribution.
TEST(BootstrapInterval, HasTheQuantilesOfTheFullDistributionOfDraws) {
  const std::vector<double> values{0, 0.125, 0.375, 1, 0.75};
  std::vector<double> all_means;
  for (int draw = 0; draw < 5 * 5 * 5 * 5 * 5; ++draw) {
    double sum = 0;
    for (int i = 0, rest = draw; i < 5; ++i, rest /= 5) sum += values[static_cast<std::size_t>(rest % 5)];
    all_means.push_back(sum / 5);
  }
  const auto share_up_to = [&](double bound) {
    const auto count =
        std::count_if(all_means.begin(), all_means.end(), [&](double mean) { return mean <= bound + 1e-12; });
    return static_cast<double>(count) / static_cast<double>(all_means.size());
  };
  const Interval interval = bootstrap_interval(values, {.draws = 100'000, .level = 0.9, .seed = 2});
  // The quantile's share has a standard deviation of sqrt(.05 * .95 / 1e5) = 0.0007; four of them, and one
  // step of the distribution: its next lower value must lie on the other side.
  EXPECT_GE(share_up_to(interval.low), 0.05 - 0.003);
  EXPECT_LE(share_up_to(interval.low - 0.001), 0.05 + 0.003);
  EXPECT_GE(share_up_to(interval.high), 0.95 - 0.003);
  EXPECT_LE(share_up_to(interval.high - 0.001), 0.95 + 0.003);
}

TEST(BootstrapInterval, AgreesWithTheExamplesInItsHeader) {
  const Interval interval = bootstrap_interval(std::vector<double>{0.25, 0.25, 0.25});
  EXPECT_EQ(interval.low, 0.25);
  EXPECT_EQ(interval.high, 0.25);
}

RC_GTEST_PROP(BootstrapInterval, IsASinglePointForEqualValues, ()) {
  const double value = *rc::gen::inRange(-1000, 1000) / 7.0;
  const std::vector<double> values(*rc::gen::inRange<std::size_t>(1, 100), value);
  const Interval interval = bootstrap_interval(values, {.draws = 50});
  RC_ASSERT(interval.low == value);
  RC_ASSERT(interval.high == value);
}

TEST(BootstrapInterval, RepeatsWithItsSeedAndMovesWithAnother) {
  World world(14);
  const std::vector<double> values = best_values(world.measure_suite());
  const Interval first = bootstrap_interval(values, {.seed = 1});
  const Interval again = bootstrap_interval(values, {.seed = 1});
  const Interval other = bootstrap_interval(values, {.seed = 2});
  EXPECT_EQ(first.low, again.low);
  EXPECT_EQ(first.high, again.high);
  EXPECT_NE(first.low, other.low);
  EXPECT_NEAR(first.low, other.low, 0.03);
}

TEST(BootstrapInterval, TakesTheExtremesWhenThereAreFewDraws) {
  // One draw leaves one mean, whatever the level.
  const Interval interval = bootstrap_interval(std::vector<double>{0, 1}, {.draws = 1});
  EXPECT_EQ(interval.low, interval.high);
}

TEST(BootstrapInterval, StaysWithinTheValuesAtTheEdgesOfTheFormat) {
  const double largest = std::numeric_limits<double>::max();
  const Interval interval = bootstrap_interval(std::vector<double>{-largest, largest, largest});
  EXPECT_GE(interval.low, -largest);
  EXPECT_LE(interval.high, largest);
  EXPECT_LT(interval.low, interval.high);
}

TEST(BootstrapRatioInterval, AgreesWithTheExamplesInItsHeader) {
  const Interval interval =
      bootstrap_ratio_interval(std::vector<double>{2, 4, 6}, std::vector<double>{1, 2, 3});
  EXPECT_EQ(interval.low, 2);
  EXPECT_EQ(interval.high, 2);
}

TEST(BootstrapRatioInterval, HasTheQuantilesOfTheFullDistributionOfDraws) {
  const std::vector<double> above{1, 30, 7, 2, 11};
  const std::vector<double> below{4, 10, 2, 9, 12};
  std::vector<double> all_ratios;
  for (int draw = 0; draw < 5 * 5 * 5 * 5 * 5; ++draw) {
    double sum_above = 0;
    double sum_below = 0;
    for (int i = 0, rest = draw; i < 5; ++i, rest /= 5) {
      sum_above += above[static_cast<std::size_t>(rest % 5)];
      sum_below += below[static_cast<std::size_t>(rest % 5)];
    }
    all_ratios.push_back(sum_above / sum_below);
  }
  const auto share_up_to = [&](double bound) {
    const auto count = std::count_if(all_ratios.begin(), all_ratios.end(),
                                     [&](double ratio) { return ratio <= bound + 1e-12; });
    return static_cast<double>(count) / static_cast<double>(all_ratios.size());
  };
  const Interval interval =
      bootstrap_ratio_interval(above, below, {.draws = 100'000, .level = 0.9, .seed = 2});
  // As for the mean: four standard deviations of a quantile's share; a step of this distribution is smaller.
  EXPECT_NEAR(share_up_to(interval.low), 0.05, 0.006);
  EXPECT_NEAR(share_up_to(interval.high), 0.95, 0.006);
}

TEST(BootstrapRatioInterval, IsThatOfTheMeanWhereAllDenominatorsAreAlike) {
  World world(15);
  const std::vector<double> values = best_values(world.measure_suite());
  const Interval mean = bootstrap_interval(values);
  const Interval ratio = bootstrap_ratio_interval(values, std::vector<double>(values.size(), 4));
  EXPECT_DOUBLE_EQ(ratio.low * 4, mean.low);
  EXPECT_DOUBLE_EQ(ratio.high * 4, mean.high);
}

TEST(BootstrapRatioInterval, RefusesWhatIsOutOfRange) {
  const std::vector<double> fine{1, 2};
  EXPECT_THROW(bootstrap_ratio_interval({}, {}), std::invalid_argument);
  EXPECT_THROW(bootstrap_ratio_interval(fine, std::vector<double>{1}), std::invalid_argument);
  EXPECT_THROW(bootstrap_ratio_interval(fine, std::vector<double>{1, 0}), std::invalid_argument);
  EXPECT_THROW(bootstrap_ratio_interval(std::vector<double>{1, -1}, fine), std::invalid_argument);
  EXPECT_THROW(bootstrap_ratio_interval(std::vector<double>{1, std::nan("")}, fine), std::invalid_argument);
  EXPECT_THROW(bootstrap_ratio_interval(fine, fine, {.draws = 0}), std::invalid_argument);
}

TEST(BootstrapInterval, RefusesWhatIsOutOfRange) {
  const std::vector<double> fine{0, 1};
  EXPECT_THROW(bootstrap_interval({}), std::invalid_argument);
  EXPECT_THROW(bootstrap_interval(std::vector<double>{0, std::nan("")}), std::invalid_argument);
  EXPECT_THROW(bootstrap_interval(std::vector<double>{std::numeric_limits<double>::infinity()}),
               std::invalid_argument);
  EXPECT_THROW(bootstrap_interval(fine, {.draws = 0}), std::invalid_argument);
  for (const double level : {0.0, 1.0, -0.5, 95.0, std::nan("")}) {
    EXPECT_THROW(bootstrap_interval(fine, {.level = level}), std::invalid_argument) << level;
  }
}

}  // namespace
}  // namespace effk::metrics
