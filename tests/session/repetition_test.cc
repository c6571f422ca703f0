#include "harness/session/repetition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace effk::session {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

constexpr CostUnit kTime = CostUnit::cpu_time_nanoseconds;
constexpr CostUnit kCounts = CostUnit::instructions;

counters::Traits instrument(CostUnit unit, int repetitions) {
  counters::Traits traits;
  traits.unit = unit;
  traits.repetitions = repetitions;
  return traits;
}

measure::Execution execution(std::uint64_t total, std::uint64_t loaded, std::uint64_t done) {
  measure::Execution one;
  one.reached_mark_zero = true;
  one.total = {total};
  one.at_loaded = Cost{loaded};
  one.at_done = Cost{done};
  return one;
}

TEST(Representative, HasTheEventsOfTheExecutionWhoseCountIsTaken) {
  std::vector<measure::Execution> executions = {execution(90, 10, 80), execution(70, 30, 60),
                                                execution(80, 5, 70)};
  for (measure::Execution& one : executions) one.use.events = {{"PAGE_FAULTS", one.total.value + 1}};
  EXPECT_EQ(representative(executions, kCounts).use.events.at("PAGE_FAULTS"), 71U);
  EXPECT_EQ(representative(executions, kTime).use.events.at("PAGE_FAULTS"), 91U) << "of times, the first's";
}

TEST(Turns, AlternateWithTheReferenceWhereTimeIsScored) {
  EXPECT_THAT(turns(instrument(kTime, 2), 3),
              ElementsAre(Turn::reference, Turn::sample, Turn::reference, Turn::sample));
  EXPECT_THAT(turns(instrument(kTime, 6), 1), SizeIs(12));
}

TEST(Turns, OfLevel0AreOneOfTheSampleAlone) {
  EXPECT_THAT(turns(instrument(kTime, 6), 0), ElementsAre(Turn::sample));
  EXPECT_EQ(standard_repetitions(instrument(kTime, 6), 0), 1);
  EXPECT_EQ(standard_repetitions(instrument(kTime, 6), 1), 6);
}

TEST(Turns, UnderACounterAreTheSamplesAtEveryLevel) {
  for (const int level : {0, 1, 3}) {
    EXPECT_THAT(turns(instrument(kCounts, 3), level), testing::AllOf(SizeIs(3), Each(Turn::sample)));
    EXPECT_EQ(standard_repetitions(instrument(kCounts, 3), level), 3);
  }
}

TEST(Estimate, AgreesWithTheExamplesInItsHeader) {
  EXPECT_EQ(estimate(std::vector<Cost>{{4}, {1}, {2}}, kCounts), Cost{1});
  EXPECT_EQ(estimate(std::vector<Cost>{{4'000}, {1'000}, {2'000}}, kTime), Cost{2'250});
}

// The definition, by listing every pair and sorting.
double median_of_pair_means(const std::vector<Cost>& readings) {
  std::vector<double> means;
  for (std::size_t a = 0; a < readings.size(); ++a) {
    for (std::size_t b = a; b < readings.size(); ++b)
      means.push_back((static_cast<double>(readings[a].value) + static_cast<double>(readings[b].value)) / 2);
  }
  std::sort(means.begin(), means.end());
  const std::size_t half = means.size() / 2;
  return means.size() % 2 == 1 ? means[half] : (means[half - 1] + means[half]) / 2;
}

RC_GTEST_PROP(Estimate, OfTimesIsTheMedianOfAllPairMeansToANanosecond, ()) {
  const auto values = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 5'000'000'000)));
  std::vector<Cost> readings;
  for (const std::uint64_t value : values) readings.push_back({value});
  const auto found = static_cast<double>(estimate(readings, kTime).value);
  RC_ASSERT(std::abs(found - median_of_pair_means(readings)) <= 0.5);
}

TEST(Representative, OfCountsIsTheOneWithTheSmallestTotal) {
  const auto one =
      representative({execution(90, 10, 80), execution(70, 30, 60), execution(80, 5, 70)}, kCounts);
  EXPECT_EQ(one.total, Cost{70});
  EXPECT_EQ(one.at_loaded, Cost{30});
  EXPECT_EQ(one.at_done, Cost{60});
}

// Totals 90, 70, 80: 80. Loads 10, 30, 5: of 5, 7.5, 10, 17.5, 20, 30 the middle is 13.75. Regions 70, 30,
// 65: of 30, 47.5, 50, 65, 67.5, 70 it is 57.5.
TEST(Representative, OfTimesHasTheEstimateOfTotalLoadAndRegionEachByItself) {
  const auto one =
      representative({execution(90, 10, 80), execution(70, 30, 60), execution(80, 5, 70)}, kTime);
  EXPECT_EQ(one.total, Cost{80});
  EXPECT_EQ(one.at_loaded, Cost{14});
  EXPECT_EQ(*one.at_done - *one.at_loaded, Cost{58});
}

TEST(Representative, OfTimesWithoutMarksHasATotalAlone) {
  measure::Execution plain;
  plain.total = {50};
  const auto one = representative({plain, plain}, kTime);
  EXPECT_EQ(one.total, Cost{50});
  EXPECT_FALSE(one.at_loaded);
  EXPECT_FALSE(one.at_done);
}

TEST(Drift, OfAMachineThatBecameSlowerIsTakenOutOfATime) {
  const Drift drift{{100}, {150}};
  EXPECT_EQ(drift.undo({300}), Cost{200});
  EXPECT_TRUE(drift.is_large());
}

TEST(Drift, IsNoneWhereTheReferenceWasNotRunBeside) {
  const Drift drift{{100}, {}};
  EXPECT_EQ(drift.undo({300}), Cost{300});
  EXPECT_FALSE(drift.is_large());
}

TEST(Drift, IsLargeFromAQuarterOnInEitherDirection) {
  EXPECT_FALSE((Drift{{100}, {125}}.is_large()));
  EXPECT_TRUE((Drift{{100}, {126}}.is_large()));
  EXPECT_FALSE((Drift{{125}, {100}}.is_large()));
  EXPECT_TRUE((Drift{{126}, {100}}.is_large()));
}

RC_GTEST_PROP(Drift, CancelsASlowdownThatBothSidesShare, ()) {
  const auto standard = *rc::gen::inRange<std::uint64_t>(1'000'000, 1'000'000'000);
  const auto sample = *rc::gen::inRange<std::uint64_t>(1'000'000, 1'000'000'000);
  const auto slower = *rc::gen::inRange<std::uint64_t>(1, 50);
  const Drift drift{{standard}, {standard * slower}};
  RC_ASSERT(drift.undo({sample * slower}) == Cost{sample});
}

TEST(TimeToKill, IsHalfAsMuchAgainAsTheBudgetOnASteadyMachine) {
  EXPECT_EQ(time_to_kill({100}, {{40}, {40}}), Cost{150});
  EXPECT_EQ(time_to_kill({100}, {{40}, {}}), Cost{150}) << "at level 0";
}

TEST(TimeToKill, GrowsOnASlowerMachineAndDoesNotShrinkOnAFasterOne) {
  EXPECT_EQ(time_to_kill({100}, {{40}, {80}}), Cost{300});
  EXPECT_EQ(time_to_kill({100}, {{40}, {20}}), Cost{150});
}

}  // namespace
}  // namespace effk::session
