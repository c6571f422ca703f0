#include "metrics/efficient_at_k.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "metrics/pass_at_k.h"

namespace effk::metrics {
namespace {

TEST(EfficientAtK, AgreesWithTheExamplesInItsHeader) {
  const std::vector<JudgedCost> samples{{.right = true, .cost = 3.9}, {.right = true, .cost = 4}, {}};
  EXPECT_DOUBLE_EQ(efficient_at_k(samples, 4, 1), 1.0 / 3);
}

TEST(EfficientAtK, DoesNotCountATieAsCheaper) {
  EXPECT_EQ(efficient_at_k(std::vector<JudgedCost>{{.right = true, .cost = 4}}, 4, 1), 0);
  EXPECT_EQ(efficient_at_k(std::vector<JudgedCost>{{.right = true, .cost = std::nextafter(4.0, 0)}}, 4, 1),
            1);
}

TEST(EfficientAtK, DoesNotCountAWrongSampleHoweverCheap) {
  EXPECT_EQ(efficient_at_k(std::vector<JudgedCost>{{.right = false, .cost = 1}}, 4, 1), 0);
  EXPECT_EQ(efficient_at_k(std::vector<JudgedCost>{{.right = false, .cost = std::nan("")}}, 4, 1), 0);
}

TEST(EfficientAtK, DoesNotCountARightSampleOfUnknownCost) {
  EXPECT_EQ(efficient_at_k(std::vector<JudgedCost>{{.right = true}}, 4, 1), 0);
}

TEST(EfficientAtK, IsPassAtKOfTheCheaperOnes) {
  std::vector<JudgedCost> samples(10, {.right = true, .cost = 9});
  for (std::size_t i = 0; i < 3; ++i) samples[i].cost = 1;
  for (int k = 1; k <= 10; ++k) {
    EXPECT_EQ(efficient_at_k(samples, 4, k), pass_at_k({.samples = 10, .passed = 3}, k)) << "k=" << k;
  }
}

TEST(EfficientAtK, RefusesWhatIsNoCost) {
  const std::vector<JudgedCost> fine{{.right = true, .cost = 1}};
  for (const double bad : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(efficient_at_k(fine, bad, 1), std::invalid_argument) << bad;
  }
  for (const double bad : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_THROW(efficient_at_k(std::vector<JudgedCost>{{.right = true, .cost = bad}}, 4, 1),
                 std::invalid_argument)
        << bad;
  }
  EXPECT_THROW(efficient_at_k(fine, 4, 2), std::invalid_argument);
  EXPECT_THROW(efficient_at_k(std::vector<JudgedCost>{}, 4, 1), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
