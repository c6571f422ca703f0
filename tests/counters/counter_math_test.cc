#include "harness/counters/counter_math.h"

#include <gtest/gtest.h>

namespace effk::counters {
namespace {

TEST(ExactCount, IsTheValueWhenTheCounterRanAllTheTime) {
  const auto count = exact_count({.value = 123'456, .enabled_ns = 99, .running_ns = 99});
  ASSERT_TRUE(count);
  EXPECT_EQ(count->value, 123'456U);
}

TEST(ExactCount, IsZeroWhenTheProcessNeverRan) {
  const auto count = exact_count({.value = 0, .enabled_ns = 0, .running_ns = 0});
  ASSERT_TRUE(count);
  EXPECT_EQ(count->value, 0U);
}

TEST(ExactCount, IsAnErrorWhenTheKernelSharedTheCounter) {
  const auto count = exact_count({.value = 1000, .enabled_ns = 200, .running_ns = 150});
  ASSERT_FALSE(count);
  EXPECT_EQ(
      error_text(count.error()),
      "effk: error: the count of instructions would be an estimate\n"
      "  why:  the kernel counted during 150 ns of 200 ns: another program uses the counter, or the process "
      "moved to a kind of core that this event does not count on\n"
      "  next: end other profilers (perf, an NMI watchdog: sudo sysctl kernel.nmi_watchdog=0), or use "
      "--instrument valgrind\n");
}

TEST(PlausibleCount, RefusesACountBelowWhatTheLoopNeeds) {
  EXPECT_TRUE(plausible_count({2'000'000}, {2'000'000}));
  EXPECT_FALSE(plausible_count({1'999'999}, {2'000'000}));
  EXPECT_FALSE(plausible_count({0}, {2'000'000}));
}

TEST(PlausibleCount, RefusesWhatIsMoreThanTheSurroundingsOfALoopNeed) {
  EXPECT_TRUE(plausible_count({2'102'000}, {2'000'000}));
  EXPECT_FALSE(plausible_count({2'102'001}, {2'000'000}));
}

}  // namespace
}  // namespace effk::counters
