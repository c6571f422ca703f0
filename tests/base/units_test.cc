#include "harness/base/units.h"

#include <gtest/gtest.h>

namespace effk {
namespace {

TEST(Cost, IsNeverNegativeAsADifference) {
  EXPECT_EQ(Cost{3} - Cost{5}, Cost{0});
  EXPECT_EQ(Cost{5} - Cost{3}, Cost{2});
}

TEST(CostUnit, IsSaidWithEveryAmount) {
  EXPECT_EQ(millions_in_words({12'340'000}, CostUnit::instructions), "12.3 M instructions");
  EXPECT_EQ(millions_in_words({12'340'000}, CostUnit::cpu_time_nanoseconds), "12.3 ms of CPU time");
}

}  // namespace
}  // namespace effk
