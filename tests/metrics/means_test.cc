#include "metrics/means.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

const double kLargest = std::numeric_limits<double>::max();

TEST(Mean, KeepsWhatPlainAdditionLoses) {
  // Added one by one, 1 disappears beside 2^60.
  EXPECT_EQ(mean("test", std::vector<double>{0x1p60, 1, -0x1p60}), 1.0 / 3);
}

TEST(Mean, DoesNotOverflow) {
  EXPECT_EQ(mean("test", std::vector<double>{kLargest, kLargest, kLargest}), kLargest);
}

TEST(RatioOfSums, IsExactWhereTheSumsAreBeyondTheLargestDouble) {
  const std::vector<double> twice{kLargest, kLargest};
  EXPECT_EQ(ratio_of_sums("test", twice, twice), 1);
  EXPECT_EQ(ratio_of_sums("test", twice, std::vector<double>{kLargest / 2}), 4);
}

TEST(RatioOfSums, RefusesDenominatorsThatSumToNothing) {
  EXPECT_THROW(ratio_of_sums("test", std::vector<double>{1}, std::vector<double>{0}), std::invalid_argument);
  EXPECT_THROW(ratio_of_sums("test", std::vector<double>{1}, std::vector<double>{}), std::invalid_argument);
}

TEST(Mean, RefusesNoValuesAndValuesThatAreNotFinite) {
  EXPECT_THROW(mean("test", std::vector<double>{}), std::invalid_argument);
  EXPECT_THROW(mean("test", std::vector<double>{std::nan("")}), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
