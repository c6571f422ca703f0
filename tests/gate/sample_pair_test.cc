#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "harness/gate/sample_pair.h"
#include "metrics/hodges_lehmann.h"
#include "tests/gate/small_runs.h"

namespace effk::gate {
namespace {

using record::Verdict;
using Kind = Reason::Kind;

TEST(SamplePair, OfEqualCountsHasNoDifference) {
  const Comparison one = pair_of(right("p", "0"), right("p", "0"));
  EXPECT_EQ(one.outcome, Outcome::unresolved);
  EXPECT_TRUE(one.judged);
  for (const Reason& reason : one.reasons) EXPECT_EQ(reason.outcome, Outcome::unresolved);
}

TEST(SamplePair, IsWorseByOneInstructionBeyondTheToleranceAndNotAtIt) {
  // 0.1% of level 1's million is 1,000.
  EXPECT_EQ(pair_of(right("p", "0"), right("p", "0", kMillion + 1000)).outcome, Outcome::unresolved);
  const Comparison worse = pair_of(right("p", "0"), right("p", "0", kMillion + 1001));
  EXPECT_EQ(worse.outcome, Outcome::worse);
  ASSERT_FALSE(worse.reasons.empty());
  EXPECT_EQ(worse.reasons[0].kind, Kind::cost);
  EXPECT_EQ(worse.reasons[0].level, 1);
  EXPECT_EQ(worse.reasons[0].before, 1'000'000);
  EXPECT_EQ(worse.reasons[0].after, 1'001'001);
  EXPECT_EQ(pair_of(right("p", "0"), right("p", "0", kMillion - 1000)).outcome, Outcome::unresolved);
  EXPECT_EQ(pair_of(right("p", "0"), right("p", "0", kMillion - 1001)).outcome, Outcome::better);
}

TEST(SamplePair, TakesALevelByAllItsCases) {
  record::SampleRecord one_case_dearer = right("p", "0");
  one_case_dearer.cases.back().cost = Cost{2 * kMillion + 4001};  // 0.1% of the level's 4 M is 4,000
  EXPECT_EQ(pair_of(right("p", "0"), one_case_dearer).outcome, Outcome::worse);
  one_case_dearer.cases.back().cost = Cost{2 * kMillion + 4000};
  EXPECT_EQ(pair_of(right("p", "0"), one_case_dearer).outcome, Outcome::unresolved);
}

TEST(SamplePair, IsWorseIfOneLevelIsThoughAnotherIsBetter) {
  const Comparison one = pair_of(right("p", "0"), right("p", "0", kMillion / 2, 2 * kMillion + 10'000));
  EXPECT_EQ(one.outcome, Outcome::worse);
  EXPECT_EQ(one.reasons[0].level, 2);
}

TEST(SamplePair, IsWorseIfItFailsNowAndBetterIfItPassesNow) {
  const Comparison worse = pair_of(right("p", "0"), ended("p", "0", Verdict::wrong_answer, 2));
  EXPECT_EQ(worse.outcome, Outcome::worse);
  EXPECT_EQ(worse.reasons[0].kind, Kind::verdict);
  EXPECT_EQ(worse.reasons[0].verdict_before, "accepted");
  EXPECT_EQ(worse.reasons[0].verdict_after, "wrong_answer");
  EXPECT_EQ(pair_of(ended("p", "0", Verdict::wrong_answer, 2), right("p", "0")).outcome, Outcome::better);
  EXPECT_EQ(pair_of(ended("p", "0", Verdict::wrong_answer), ended("p", "0", Verdict::runtime_error)).outcome,
            Outcome::unresolved);
}

TEST(SamplePair, IsWorseIfItLosesALevelToTheBudget) {
  const Comparison one = pair_of(right("p", "0"), ended("p", "0", Verdict::budget_exceeded, 2));
  EXPECT_EQ(one.outcome, Outcome::worse);
  EXPECT_EQ(one.reasons[0].kind, Kind::levels);
  EXPECT_EQ(one.reasons[0].before, 2);
  EXPECT_EQ(one.reasons[0].after, 1);
}

TEST(SamplePair, OfANoisyInstrumentDoesNotBlameTheSampleForALevelLostAtTheBudgetsEdge) {
  const record::SampleRecord at_the_edge = right("p", "0", kMillion, 3'900'000);
  const record::SampleRecord far_from_it = right("p", "0", kMillion, 3'000'000);
  const record::SampleRecord over = ended("p", "0", Verdict::budget_exceeded, 2);
  EXPECT_EQ(pair_of(at_the_edge, over, {}, "perf").outcome, Outcome::unresolved);
  EXPECT_EQ(pair_of(over, at_the_edge, {}, "perf").outcome, Outcome::unresolved);
  EXPECT_EQ(pair_of(far_from_it, over, {}, "perf").outcome, Outcome::worse);
  EXPECT_EQ(pair_of(at_the_edge, over, {}, "icount").outcome, Outcome::worse);
}

TEST(SamplePair, OfANoisyInstrumentNeedsAChangeBeyondItsSpread) {
  Limits none;
  none.cost = none.noisy_cost = {};
  const auto with_spread = [](std::uint64_t cost, std::uint64_t spread) {
    return right("p", "0", cost, 2 * kMillion, spread);
  };
  const auto before = with_spread(kMillion, 20'000);
  // Three repetitions: 3.3 times half of 30,000.
  EXPECT_EQ(pair_of(before, with_spread(kMillion + 49'000, 10'000), none, "perf").outcome,
            Outcome::unresolved);
  EXPECT_EQ(pair_of(before, with_spread(kMillion + 50'000, 10'000), none, "perf").outcome, Outcome::worse);
  EXPECT_EQ(pair_of(before, with_spread(kMillion + 1, 10'000), none, "icount").outcome, Outcome::worse);
}

TEST(SamplePair, OfTimesIsComparedWithTheReferenceOfItsOwnRun) {
  record::RunRecord slow_machine = run_of({"p"}, {right("p", "0", 2 * kMillion, 4 * kMillion)});
  record::RunRecord fast_machine = run_of({"p"}, {right("p", "0", kMillion, 2 * kMillion)});
  for (record::ReferenceCase& one : slow_machine.references[0].cases) one.cost.value *= 2;
  for (auto* run : {&slow_machine, &fast_machine}) {
    run->environment["instrument"] = "time";
    run->environment["cost"] = "time";
  }
  EXPECT_EQ(compared(fast_machine, slow_machine).samples[0].outcome, Outcome::unresolved);
  fast_machine.samples = {right("p", "0", kMillion, 3 * kMillion)};
  EXPECT_EQ(compared(slow_machine, fast_machine).samples[0].outcome, Outcome::worse);
}

TEST(SamplePair, KeepsToBoundsWhateverTheBaselineWas) {
  Limits limits;
  limits.problems.emplace_back().cost_at_most = 5 * kMillion;
  EXPECT_EQ(pair_of(right("p", "0"), right("p", "0"), limits).outcome, Outcome::unresolved);  // exactly 5 M
  limits.problems[0].cost_at_most = 5 * kMillion - 1;
  const Comparison dear = pair_of(right("p", "0"), right("p", "0"), limits);
  EXPECT_EQ(dear.outcome, Outcome::worse);
  EXPECT_EQ(dear.reasons[0].kind, Kind::cost_at_most);
  const auto over = ended("p", "0", Verdict::budget_exceeded, 2);
  EXPECT_EQ(pair_of(over, over, limits).outcome, Outcome::worse);  // nobody knows what it costs

  Limits scores;
  scores.problems.emplace_back().score_at_least = 0.9;
  EXPECT_EQ(pair_of(right("p", "0"), right("p", "0"), scores).outcome, Outcome::unresolved);
  EXPECT_EQ(pair_of(over, over, scores).outcome, Outcome::worse);
}

TEST(SamplePair, TakesTheLastLimitThatSpeaksOfItsProblem) {
  const auto dearer = right("p", "0", kMillion + 100'000);
  Limits limits;
  limits.problems.push_back({.pattern = {.problem = "p*"}, .cost = Tolerance{0.2, 0}});
  EXPECT_EQ(pair_of(right("p", "0"), dearer, limits).outcome, Outcome::unresolved);
  limits.problems.push_back({.pattern = {.problem = "q"}, .cost = Tolerance{0, 0}});
  EXPECT_EQ(pair_of(right("p", "0"), dearer, limits).outcome, Outcome::unresolved);
  limits.problems.push_back({.pattern = {.language = "c?p"}, .cost = Tolerance{0.05, 0}});
  EXPECT_EQ(pair_of(right("p", "0"), dearer, limits).outcome, Outcome::worse);
  limits.problems.push_back({.pattern = {.model = "m"}, .cost = Tolerance{0, 100'000}});
  EXPECT_EQ(pair_of(right("p", "0"), dearer, limits).outcome, Outcome::unresolved);
}

TEST(SamplePair, DoesNotLookAtAVerdictThatLimitsIgnore) {
  Limits limits;
  limits.problems.emplace_back().judge_verdict = false;
  EXPECT_EQ(pair_of(right("p", "0"), ended("p", "0", Verdict::wrong_answer, 2), limits).outcome,
            Outcome::unresolved);
}

TEST(SamplePair, OfProblemsWithOtherLevelsComparesWhatBothHave) {
  const auto baseline = run_of({"p"}, {right("p", "0")});
  auto run = run_of({"p"}, {right("p", "0")});
  run.problems[0].levels = {{0, 1}, {3, 1}};
  run.samples[0].cases.resize(2);
  run.references[0].cases.resize(2);
  run.environment["instrument"] = "perf";
  EXPECT_EQ(compared(baseline, run, {.across = {"suite"}}).samples[0].reasons[0].kind, Kind::levels);
  EXPECT_EQ(compared(run, baseline, {.across = {"suite"}}).samples[0].outcome, Outcome::better);
}

// Readings that scatter by 4%, as --cost time stores them.
record::SampleRecord timed(std::mt19937& random, double dearer, int repetitions) {
  std::normal_distribution<double> noise(1, 0.04);
  const auto measured = [&](int level, int number, double time) {
    std::vector<double> readings(static_cast<std::size_t>(repetitions));
    for (double& one : readings) one = time * noise(random);
    const auto [least, most] = std::minmax_element(readings.begin(), readings.end());
    return answer(level, number, static_cast<std::uint64_t>(metrics::hodges_lehmann(readings)),
                  static_cast<std::uint64_t>(*most - *least));
  };
  return named("p", "0",
               {answer(0, 0, 1000), measured(1, 0, 1e6 * dearer), measured(2, 0, 2e6 * dearer),
                measured(2, 1, 2e6 * dearer)});
}

TEST(SamplePair, OfTimesThatDifferByNoiseAloneIsNotResolvedAndOneAThirdSlowerIs) {
  std::mt19937 random(1);
  int false_alarms = 0;
  int caught = 0;
  constexpr int kPairs = 1000;
  for (int i = 0; i < kPairs; ++i) {
    const auto before = timed(random, 1, 6);
    false_alarms += pair_of(before, timed(random, 1, 6), {}, "time").outcome == Outcome::worse ? 1 : 0;
    caught += pair_of(before, timed(random, 1.33, 6), {}, "time").outcome == Outcome::worse ? 1 : 0;
  }
  // 1 of 1000 a level, and two levels.
  EXPECT_LE(false_alarms, 5);
  EXPECT_GE(caught, kPairs - 5);
}

TEST(SamplePair, MistakesNoiseForAChangeInOneOfAThousandPairsWhateverTheRepetitions) {
  std::mt19937 random(1);
  std::normal_distribution<double> noise;
  constexpr int kPairs = 20'000;
  for (const int repetitions : {2, 3, 4, 5, 6}) {
    int beyond = 0;
    for (int i = 0; i < kPairs; ++i) {
      double value[2];
      double spreads = 0;
      for (double& side : value) {
        std::vector<double> readings(static_cast<std::size_t>(repetitions));
        for (double& one : readings) one = noise(random);
        const auto [least, most] = std::minmax_element(readings.begin(), readings.end());
        side = metrics::hodges_lehmann(readings);
        spreads += *most - *least;
      }
      beyond += value[1] - value[0] > noise_factor(repetitions) * spreads / 2 ? 1 : 0;
    }
    // 20 expected, 14 with six; four standard deviations are 18.
    EXPECT_NEAR(beyond, 18, 20) << repetitions;
    EXPECT_GT(beyond, 0) << repetitions;
  }
}

}  // namespace
}  // namespace effk::gate
