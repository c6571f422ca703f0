#include "metrics/holm.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace effk::metrics {
namespace {

// Holm's procedure is the closure of Bonferroni's: a hypothesis falls at level q if every set of hypotheses
// that contains it falls by (size of the set) * (its smallest p) <= q.
std::vector<double> by_closure(const std::vector<double>& p_values) {
  std::vector<double> adjusted(p_values.size(), 0);
  for (unsigned set = 1; set < (1U << p_values.size()); ++set) {
    double smallest = 1;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
      if ((set >> i & 1) != 0) smallest = std::min(smallest, p_values[i]);
    }
    const double bonferroni = std::min(1.0, std::popcount(set) * smallest);
    for (std::size_t i = 0; i < p_values.size(); ++i) {
      if ((set >> i & 1) != 0) adjusted[i] = std::max(adjusted[i], bonferroni);
    }
  }
  return adjusted;
}

TEST(Holm, AgreesWithTheExamplesInItsHeader) {
  const std::vector<double> adjusted = holm_adjusted(std::vector<double>{0.04, 0.01, 0.03});
  ASSERT_EQ(adjusted.size(), 3U);
  EXPECT_DOUBLE_EQ(adjusted[0], 0.06);
  EXPECT_DOUBLE_EQ(adjusted[1], 0.03);
  EXPECT_DOUBLE_EQ(adjusted[2], 0.06);
}

RC_GTEST_PROP(Holm, IsTheClosureOfBonferroni, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(0, 11);
  const auto hundredths = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 101));
  std::vector<double> p_values;
  // Cubed: many small ones, and ties.
  for (const int i : hundredths) p_values.push_back(std::pow(i / 100.0, 3));
  RC_ASSERT(holm_adjusted(p_values) == by_closure(p_values));
}

RC_GTEST_PROP(Holm, RejectsWhatTheStepDownProcedureRejects, ()) {
  auto p_values = *rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(0, 1000), [](int i) { return i / 9999.0; }));
  std::sort(p_values.begin(), p_values.end());
  const double q = *rc::gen::inRange(1, 100) / 1000.0;
  const std::vector<double> adjusted = holm_adjusted(p_values);
  bool rejecting = true;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    rejecting = rejecting && static_cast<double>(p_values.size() - i) * p_values[i] <= q;
    RC_ASSERT((adjusted[i] <= q) == rejecting);
  }
}

TEST(Holm, LeavesASinglePValueAsItIs) {
  EXPECT_EQ(holm_adjusted(std::vector<double>{0.03}), std::vector<double>{0.03});
}

TEST(Holm, GivesNothingForNothing) {
  EXPECT_TRUE(holm_adjusted({}).empty());
}

TEST(Holm, RefusesWhatIsNoProbability) {
  for (const double bad : {-0.01, 1.01, std::nan("")}) {
    EXPECT_THROW(holm_adjusted(std::vector<double>{0.5, bad}), std::invalid_argument) << bad;
  }
}

}  // namespace
}  // namespace effk::metrics
