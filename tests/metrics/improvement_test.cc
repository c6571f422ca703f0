#include "metrics/improvement.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

using boost::multiprecision::cpp_rational;

JudgedCost right(double cost) {
  return {.right = true, .cost = cost};
}

void expect_equal(const Improvement& found, const Improvement& expected) {
  EXPECT_EQ(found.speedup, expected.speedup);
  EXPECT_EQ(found.optimized, expected.optimized);
  EXPECT_EQ(found.correct, expected.correct);
}

TEST(Improvement, AgreesWithTheExamplesInItsHeader) {
  EXPECT_EQ(improvement_factor(10, right(4)), 2.5);
  EXPECT_EQ(improvement_factor(10, right(20)), 1);
  EXPECT_EQ(improvement_factor(10, {.right = false, .cost = 4}), 1);
  const std::vector<JudgedCost> samples{{}, right(8), right(4)};
  expect_equal(improvement_of_first_k(10, samples, 1), {.speedup = 1, .optimized = 0, .correct = 0});
  expect_equal(improvement_of_first_k(10, samples, 2), {.speedup = 1.25, .optimized = 1, .correct = 1});
  expect_equal(improvement_of_first_k(10, samples, 3), {.speedup = 2.5, .optimized = 1, .correct = 1});
}

TEST(Improvement, CountsASampleOverBudgetAsNeitherFasterNorCorrect) {
  expect_equal(improvement_at_k(10, std::vector<JudgedCost>{{.right = true}}, 1),
               {.speedup = 1, .optimized = 0, .correct = 0});
}

TEST(Improvement, CountsASlowerSampleAsCorrectAndAsNoSlowDown) {
  expect_equal(improvement_at_k(10, std::vector<JudgedCost>{right(1000)}, 1),
               {.speedup = 1, .optimized = 0, .correct = 1});
}

// 1.1 has no exact double; whole costs whose ratio is 11/10 must be on the right side of it all the same.
TEST(Improvement, CountsExactlyTenPercentFasterAsOptimized) {
  for (int i = 1; i <= 100'000; i += 7) {
    const std::vector<JudgedCost> samples{right(10.0 * i)};
    ASSERT_EQ(improvement_at_k(11.0 * i, samples, 1).optimized, 1) << i;
    ASSERT_EQ(improvement_at_k(11.0 * i - 1, samples, 1).optimized, 0) << i;
  }
}

TEST(Improvement, UsesTheThresholdItIsGiven) {
  const std::vector<JudgedCost> samples{right(4)};
  EXPECT_EQ(improvement_at_k(10, samples, 1, 2.5).optimized, 1);
  EXPECT_EQ(improvement_at_k(10, samples, 1, 3).optimized, 0);
}

// One sample of the exact oracle below. Cost 0: over budget.
struct WholeSample {
  bool right = false;
  int cost = 0;
};

struct ExactImprovement {
  cpp_rational speedup = 0;
  cpp_rational optimized = 0;
  cpp_rational correct = 0;
};

// The definition: every way to choose k, the cheapest right one of each, without any rounding.
ExactImprovement by_enumeration(int old_cost, const std::vector<WholeSample>& samples, int k) {
  ExactImprovement sum;
  int subsets = 0;
  for (unsigned chosen = 0; chosen < (1U << samples.size()); ++chosen) {
    if (std::popcount(chosen) != k) continue;
    ++subsets;
    int best = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if ((chosen >> i & 1) == 0 || !samples[i].right || samples[i].cost == 0) continue;
      best = best == 0 ? samples[i].cost : std::min(best, samples[i].cost);
    }
    if (best == 0 || best >= old_cost) {
      sum.speedup += 1;
    } else {
      sum.speedup += cpp_rational(old_cost, best);
    }
    if (best != 0 && 10 * old_cost >= 11 * best) sum.optimized += 1;
    if (best != 0) sum.correct += 1;
  }
  return {sum.speedup / subsets, sum.optimized / subsets, sum.correct / subsets};
}

double error(double found, const cpp_rational& exact) {
  return cpp_rational(abs(cpp_rational(found) - exact)).convert_to<double>();
}

TEST(ImprovementAtK, MatchesEnumerationOfEverySubsetInRationalArithmetic) {
  std::mt19937_64 random(2302);
  for (int n = 1; n <= 9; ++n) {
    for (int trial = 0; trial < 20; ++trial) {
      const int old_cost = 110;
      std::vector<WholeSample> whole;
      std::vector<JudgedCost> samples;
      for (int i = 0; i < n; ++i) {
        // Around the thresholds 100 and 110; one in six over budget, one in three wrong.
        whole.push_back({.right = random() % 3 != 0,
                         .cost = random() % 6 == 0 ? 0 : static_cast<int>(random() % 30 + 90)});
        samples.push_back({.right = whole.back().right});
        if (whole.back().cost != 0) samples.back().cost = whole.back().cost;
      }
      for (int k = 1; k <= n; ++k) {
        const ExactImprovement exact = by_enumeration(old_cost, whole, k);
        const Improvement found = improvement_at_k(old_cost, samples, k);
        EXPECT_LE(error(found.speedup, exact.speedup), 1e-15) << "n=" << n << " k=" << k;
        EXPECT_LE(error(found.optimized, exact.optimized), 1e-15) << "n=" << n << " k=" << k;
        EXPECT_LE(error(found.correct, exact.correct), 1e-15) << "n=" << n << " k=" << k;

        // The compatible form is the only subset of the first k samples of which there are k.
        const std::vector<WholeSample> first(whole.begin(), whole.begin() + k);
        const ExactImprovement exact_first = by_enumeration(old_cost, first, k);
        const Improvement found_first = improvement_of_first_k(old_cost, samples, k);
        EXPECT_LE(error(found_first.speedup, exact_first.speedup), 1e-15) << "n=" << n << " k=" << k;
        EXPECT_EQ(cpp_rational(found_first.optimized), exact_first.optimized) << "n=" << n << " k=" << k;
        EXPECT_EQ(cpp_rational(found_first.correct), exact_first.correct) << "n=" << n << " k=" << k;
      }
    }
  }
}

RC_GTEST_PROP(ImprovementAtK, NeverFallsWithKAndKeepsOptimizedBelowCorrect, ()) {
  const int n = *rc::gen::inRange(1, 40);
  std::vector<JudgedCost> samples;
  for (int i = 0; i < n; ++i) {
    samples.push_back({.right = *rc::gen::arbitrary<bool>()});
    if (*rc::gen::inRange(0, 5) != 0) samples.back().cost = *rc::gen::inRange(1, 2000);
  }
  Improvement before;
  for (int k = 1; k <= n; ++k) {
    const Improvement now = improvement_at_k(1000, samples, k);
    RC_ASSERT(now.speedup >= 1);
    RC_ASSERT(now.optimized <= now.correct);
    RC_ASSERT(now.correct <= 1);
    RC_ASSERT(now.speedup >= before.speedup * (1 - 1e-14));
    RC_ASSERT(now.optimized >= before.optimized * (1 - 1e-14));
    RC_ASSERT(now.correct >= before.correct * (1 - 1e-14));
    before = now;
  }
}

TEST(Improvement, RefusesWhatIsNoCostNoKAndNoThreshold) {
  const std::vector<JudgedCost> fine{right(1)};
  for (const double bad : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(improvement_at_k(bad, fine, 1), std::invalid_argument) << bad;
    EXPECT_THROW(improvement_factor(10, right(bad)), std::invalid_argument) << bad;
  }
  for (const double bad : {1.0, 0.5, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(improvement_at_k(10, fine, 1, bad), std::invalid_argument) << bad;
    EXPECT_THROW(improvement_of_first_k(10, fine, 1, bad), std::invalid_argument) << bad;
  }
  for (const int bad : {-1, 0, 2}) {
    EXPECT_THROW(improvement_at_k(10, fine, bad), std::invalid_argument) << bad;
    EXPECT_THROW(improvement_of_first_k(10, fine, bad), std::invalid_argument) << bad;
  }
  EXPECT_THROW(improvement_at_k(10, std::vector<JudgedCost>{}, 1), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
