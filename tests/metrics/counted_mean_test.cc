#include "metrics/counted_mean.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

using Values = std::vector<std::optional<double>>;

TEST(CountedMean, AgreesWithTheExamplesInItsHeader) {
  const CountedMean found = counted_mean(Values{70, std::nullopt, 30});
  EXPECT_EQ(found.mean, 50);
  EXPECT_EQ(found.counted, 2);
  EXPECT_EQ(found.left_out, 1);
}

TEST(CountedMean, CountsAValueOfZeroAndNotAMissingOne) {
  EXPECT_EQ(counted_mean(Values{0, 1}).mean, 0.5);
  EXPECT_EQ(counted_mean(Values{std::nullopt, 1}).mean, 1);
}

TEST(CountedMean, IsNoneWithoutAnyValue) {
  EXPECT_FALSE(counted_mean(Values{}).mean.has_value());
  const CountedMean found = counted_mean(Values{std::nullopt, std::nullopt});
  EXPECT_FALSE(found.mean.has_value());
  EXPECT_EQ(found.left_out, 2);
}

TEST(CountedMean, RefusesValuesThatAreNotFinite) {
  EXPECT_THROW(counted_mean(Values{std::nan("")}), std::invalid_argument);
  EXPECT_THROW(counted_mean(Values{1, std::numeric_limits<double>::infinity()}), std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
