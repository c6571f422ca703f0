#include "harness/gate/allow_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gate/small_runs.h"

namespace effk::gate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date day(const char* text) {
  return parse_date(text).value();
}

// Sample "0" of p is worse.
RunComparison with_one_worse() {
  return compared(run_of({"p"}, {right("p", "0"), right("p", "1")}),
                  run_of({"p"}, {right("p", "0", 2 * kMillion), right("p", "1")}));
}

Allowance allowance(Pattern pattern, const char* expires) {
  return {std::move(pattern), std::nullopt, "known", day(expires)};
}

TEST(AllowList, LetsPassWhatItNamesThroughItsLastDay) {
  RunComparison comparison = with_one_worse();
  EXPECT_FALSE(comparison.passed());
  apply_allow_list(comparison, {allowance({.problem = "p"}, "2026-05-31")}, day("2026-05-31"));
  EXPECT_TRUE(comparison.passed());
  EXPECT_EQ(comparison.counts().allowed, 1u);
  EXPECT_EQ(comparison.samples[0].allowed, "allowed until 2026-05-31: known");
  EXPECT_THAT(comparison.unused, IsEmpty());
}

TEST(AllowList, FailsByItselfFromTheDayAfter) {
  RunComparison comparison = with_one_worse();
  apply_allow_list(comparison, {allowance({.problem = "p"}, "2026-05-31")}, day("2026-06-01"));
  EXPECT_FALSE(comparison.passed());
  EXPECT_EQ(comparison.counts().worse, 1u);
  EXPECT_THAT(comparison.expired, ElementsAre("the allowance for problem p expired on 2026-05-31 (known)"));

  const auto run = run_of({"p"}, {right("p", "0")});
  RunComparison nothing_worse = compared(run, run);
  apply_allow_list(nothing_worse, {allowance({.problem = "p"}, "2026-05-31")}, day("2026-06-01"));
  EXPECT_FALSE(nothing_worse.passed());
}

TEST(AllowList, NamesEntriesThatNothingNeeded) {
  RunComparison comparison = with_one_worse();
  apply_allow_list(comparison,
                   {allowance({.sample = "0"}, "2026-05-31"), allowance({.sample = "1"}, "2026-05-31"),
                    allowance({.model = "n", .sample = "0"}, "2026-05-31")},
                   day("2026-01-01"));
  EXPECT_TRUE(comparison.passed());
  EXPECT_THAT(comparison.unused,
              ElementsAre("the allowance for sample 1 until 2026-05-31 is not needed (known)",
                          "the allowance for model n, sample 0 until 2026-05-31 is not needed (known)"));
}

TEST(AllowList, OfAMetricLeavesSamplesAloneAndTheOtherWayRound) {
  const auto run = run_of({"p"}, {right("p", "0", kMillion, 3 * kMillion)});
  CompareOptions options;
  options.limits.metrics["eff@1"].at_least = 0.9;
  RunComparison comparison = compared(run, run, options);
  apply_allow_list(comparison, {allowance({.model = "m"}, "2026-05-31")}, day("2026-01-01"));
  EXPECT_FALSE(comparison.passed());
  Allowance metric = allowance({}, "2026-05-31");
  metric.metric = "eff@*";
  apply_allow_list(comparison, {metric}, day("2026-01-01"));
  EXPECT_TRUE(comparison.passed());
}

}  // namespace
}  // namespace effk::gate
