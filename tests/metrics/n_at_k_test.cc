#include "metrics/n_at_k.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "metrics/means.h"
#include "metrics/pass_at_k.h"

namespace effk::metrics {
namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

double relative_error(double found, const cpp_rational& exact) {
  if (exact == 0) return found == 0 ? 0 : 1;
  return cpp_rational(abs(cpp_rational(found) - exact) / exact).convert_to<double>();
}

TEST(NAtK, AgreesWithTheExamplesInItsHeader) {
  const EligibleCount count{.samples = 4, .eligible = 3, .right = 1};
  EXPECT_DOUBLE_EQ(n_at_k(count, 1, 1), 1.0 / 4);
  EXPECT_DOUBLE_EQ(n_at_k(count, 1, 2), 1.0 / 3);
  EXPECT_DOUBLE_EQ(n_at_k(count, 2, 2), 1.0 / 2);
  EXPECT_DOUBLE_EQ(n_at_k(count, 2, 4), 2.0 / 3);
}

// Ten problems of a thousand samples. In four the ten that pass the public tests hold a right one.
TEST(NAtK, IsFortyPercentWhenTheTenSubmissionsSolveFourOfTenProblems) {
  std::vector<double> problems;
  for (int i = 0; i < 10; ++i) {
    problems.push_back(n_at_k({.samples = 1000, .eligible = 10, .right = i < 4 ? i + 1 : 0}, 10, 1000));
  }
  EXPECT_EQ(mean("test", problems), 0.4);
}

// The procedure itself: every draw of k samples, in each every choice of submissions. The lowest `right`
// samples are right, the lowest `eligible` eligible.
cpp_rational by_enumeration(const EligibleCount& count, int n, int k) {
  cpp_rational sum = 0;
  int draws = 0;
  for (unsigned drawn = 0; drawn < (1U << count.samples); ++drawn) {
    if (std::popcount(drawn) != k) continue;
    ++draws;
    const unsigned may_submit = drawn & ((1U << count.eligible) - 1);
    const int submissions = std::min(n, std::popcount(may_submit));
    int choices = 0;
    int solved = 0;
    for (unsigned chosen = 0; chosen <= may_submit; ++chosen) {
      if ((chosen & ~may_submit) != 0 || std::popcount(chosen) != submissions) continue;
      ++choices;
      if ((chosen & ((1U << count.right) - 1)) != 0) ++solved;
    }
    sum += cpp_rational(solved, choices);
  }
  return sum / draws;
}

TEST(NAtK, MatchesEnumerationOfEveryDrawAndEveryChoice) {
  for (int samples = 1; samples <= 7; ++samples) {
    for (int eligible = 0; eligible <= samples; ++eligible) {
      for (int right = 0; right <= eligible; ++right) {
        const EligibleCount count{.samples = samples, .eligible = eligible, .right = right};
        for (int k = 1; k <= samples; ++k) {
          for (int n = 1; n <= k; ++n) {
            ASSERT_LE(relative_error(n_at_k(count, n, k), by_enumeration(count, n, k)), 4e-16)
                << right << " right of " << eligible << " eligible of " << samples << ": " << n << "@" << k;
          }
        }
      }
    }
  }
}

cpp_int binomial(std::int64_t n, std::int64_t k) {
  if (k < 0 || k > n) return 0;
  cpp_int result = 1;
  for (std::int64_t i = 1; i <= k; ++i) result = result * (n - k + i) / i;
  return result;
}

cpp_rational exactly(const EligibleCount& count, std::int64_t n, std::int64_t k) {
  cpp_rational sum = 0;
  for (std::int64_t h = 0; h <= std::min(k, count.eligible); ++h) {
    const cpp_int draws = binomial(count.eligible, h) * binomial(count.samples - count.eligible, k - h);
    const std::int64_t submissions = std::min(n, h);
    const cpp_rational unsolved(binomial(count.eligible - count.right, submissions),
                                binomial(count.eligible, submissions));
    sum += draws * (1 - unsolved);
  }
  return sum / binomial(count.samples, k);
}

TEST(NAtK, MatchesRationalArithmeticForHundredsOfSamples) {
  for (const EligibleCount& count : {EligibleCount{.samples = 200, .eligible = 30, .right = 3},
                                     EligibleCount{.samples = 300, .eligible = 1, .right = 1},
                                     EligibleCount{.samples = 300, .eligible = 299, .right = 1},
                                     EligibleCount{.samples = 250, .eligible = 250, .right = 120}}) {
    for (const std::int64_t k : {std::int64_t{1}, std::int64_t{10}, count.samples / 2, count.samples}) {
      for (const std::int64_t n : {std::int64_t{1}, std::int64_t{7}, k / 2, k}) {
        if (n < 1 || n > k) continue;
        EXPECT_LE(relative_error(n_at_k(count, n, k), exactly(count, n, k)), 1e-15)
            << count.samples << " samples, " << n << "@" << k;
      }
    }
  }
}

// If all that is eligible may be submitted, the draw alone decides; if all is drawn, the choice alone.
TEST(NAtK, IsPassAtKAtBothEndsForAMillionSamples) {
  const std::int64_t samples = 1'000'000;
  for (const std::int64_t eligible : {1L, 1000L, 400'000L, 999'999L, 1'000'000L}) {
    for (const std::int64_t right : {std::int64_t{1}, eligible / 3, eligible}) {
      const EligibleCount count{.samples = samples, .eligible = eligible, .right = right};
      for (const std::int64_t k : {1L, 10L, 5000L, 500'000L, 1'000'000L}) {
        const double expected = pass_at_k({.samples = samples, .passed = right}, k);
        EXPECT_NEAR(n_at_k(count, k, k) / (expected > 0 ? expected : 1), expected > 0 ? 1 : 0, 1e-14)
            << right << " of " << eligible << ", k=" << k;
      }
      for (const std::int64_t n : {1L, 10L, 1000L}) {
        const double expected = pass_at_k({.samples = eligible, .passed = right}, std::min(n, eligible));
        EXPECT_NEAR(n_at_k(count, n, samples) / (expected > 0 ? expected : 1), expected > 0 ? 1 : 0, 1e-14)
            << right << " of " << eligible << ", n=" << n;
      }
    }
  }
}

RC_GTEST_PROP(NAtK, NeverFallsWithMoreSubmissionsSamplesOrRightOnesAndStaysAProbability, ()) {
  const int samples = *rc::gen::inRange(2, 300);
  const int eligible = *rc::gen::inRange(0, samples + 1);
  const int right = *rc::gen::inRange(0, eligible + 1);
  const int k = *rc::gen::inRange(2, samples + 1);
  const int n = *rc::gen::inRange(1, k);
  const EligibleCount count{.samples = samples, .eligible = eligible, .right = right};
  const double value = n_at_k(count, n, k);
  const double slack = 1 - 1e-14;
  RC_ASSERT(value >= 0);
  RC_ASSERT(value <= 1);
  RC_ASSERT(n_at_k(count, n + 1, k) >= value * slack);
  RC_ASSERT(value >= n_at_k(count, n, k - 1) * slack);
  RC_ASSERT(value <= pass_at_k({.samples = samples, .passed = right}, k) / slack);
  if (right < eligible) {
    RC_ASSERT(n_at_k({.samples = samples, .eligible = eligible, .right = right + 1}, n, k) >= value * slack);
  }
}

TEST(NAtK, RefusesCountsThatCannotBeAndMoreSubmissionsThanSamples) {
  const EligibleCount fine{.samples = 4, .eligible = 3, .right = 1};
  EXPECT_THROW(n_at_k(fine, 0, 2), std::invalid_argument);
  EXPECT_THROW(n_at_k(fine, 3, 2), std::invalid_argument);
  EXPECT_THROW(n_at_k(fine, 1, 0), std::invalid_argument);
  EXPECT_THROW(n_at_k(fine, 1, 5), std::invalid_argument);
  EXPECT_THROW(n_at_k({.samples = 4, .eligible = 5, .right = 1}, 1, 1), std::invalid_argument);
  EXPECT_THROW(n_at_k({.samples = 4, .eligible = 1, .right = 2}, 1, 1), std::invalid_argument);
  EXPECT_THROW(n_at_k({.samples = 4, .eligible = 1, .right = -1}, 1, 1), std::invalid_argument);
  EXPECT_THROW(n_at_k({.samples = 4, .eligible = -1, .right = -1}, 1, 1), std::invalid_argument);
  EXPECT_THROW(n_at_k({}, 1, 1), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
