#include "metrics/hodges_lehmann.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

// The definition in whole numbers: twice a pair's mean is its sum; four times the median of means is the sum
// of the two middle sums (of the one, twice, when their number is odd).
double by_definition(const std::vector<int>& values) {
  std::vector<int> sums;
  for (std::size_t a = 0; a < values.size(); ++a) {
    for (std::size_t b = a; b < values.size(); ++b) sums.push_back(values[a] + values[b]);
  }
  std::sort(sums.begin(), sums.end());
  return (sums[(sums.size() - 1) / 2] + sums[sums.size() / 2]) / 4.0;
}

TEST(HodgesLehmann, AgreesWithTheExamplesInItsHeader) {
  EXPECT_EQ(hodges_lehmann(std::vector<double>{1, 2, 4}), 2.25);
}

RC_GTEST_PROP(HodgesLehmann, MatchesItsDefinitionInWholeNumbers, ()) {
  const auto whole = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000)));
  RC_ASSERT(hodges_lehmann(std::vector<double>(whole.begin(), whole.end())) == by_definition(whole));
}

RC_GTEST_PROP(HodgesLehmann, DoesNotDependOnOrderEvenInTheLastBit, ()) {
  auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(-1000, 1000), [](int i) { return i / 7.0; })));
  const double before = hodges_lehmann(values);
  std::reverse(values.begin(), values.end());
  RC_ASSERT(hodges_lehmann(values) == before);
}

TEST(HodgesLehmann, IsTheOnlyMeasurementWhenThereIsOne) {
  EXPECT_EQ(hodges_lehmann(std::vector<double>{0.1}), 0.1);
}

TEST(HodgesLehmann, IsHardlyMovedByOneOutlier) {
  EXPECT_LE(hodges_lehmann(std::vector<double>{10, 10, 10, 10, 10, 1e9}), 10);
}

TEST(HodgesLehmann, DoesNotOverflow) {
  const double largest = std::numeric_limits<double>::max();
  EXPECT_EQ(hodges_lehmann(std::vector<double>{largest, largest}), largest);
}

TEST(HodgesLehmann, RefusesNoneAndWhatIsNotFinite) {
  EXPECT_THROW(hodges_lehmann({}), std::invalid_argument);
  EXPECT_THROW(hodges_lehmann(std::vector<double>{1, std::nan("")}), std::invalid_argument);
  EXPECT_THROW(hodges_lehmann(std::vector<double>{1, std::numeric_limits<double>::infinity()}),
               std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
