#include "harness/score/sample_score.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/score/small_records.h"

namespace effk::score {
namespace {

using record::Verdict;

const record::ReferenceRecord kReference = reference({{10}, {1000}, {1000}, {1000}});

SampleScore scored(const record::SampleRecord& one, double alpha = 2) {
  return score_sample(one, kReference, kOneCaseALevel, alpha);
}

TEST(SampleScore, AgreesWithTheExampleInItsHeader) {
  const SampleScore score = scored(
      sample({cost(0, 0, 10), cost(1, 0, 1500), cost(2, 0, 1000), stopped(3, 0, Verdict::budget_exceeded)}));
  EXPECT_TRUE(score.passed);
  EXPECT_FALSE(score.complete);
  EXPECT_DOUBLE_EQ(score.score, 0.45);
  EXPECT_EQ(score.levels[0].score, std::nullopt);
  EXPECT_EQ(score.levels[1].score, 0.5);
  EXPECT_EQ(score.levels[3].score, 0);
  EXPECT_EQ(score.budget, 2000);
}

TEST(SampleScore, IsExactlyOneForTheReferenceItself) {
  const SampleScore score =
      scored(sample({cost(0, 0, 10), cost(1, 0, 1000), cost(2, 0, 1000), cost(3, 0, 1000)}), 1.7);
  EXPECT_EQ(score.score, 1);
  EXPECT_TRUE(score.complete);
}

TEST(SampleScore, IsAboveOneForASampleCheaperThanTheReference) {
  const SampleScore score =
      scored(sample({cost(0, 0, 10), cost(1, 0, 500), cost(2, 0, 500), cost(3, 0, 500)}));
  EXPECT_DOUBLE_EQ(score.score, 1.5);
}

TEST(SampleScore, TakesTheDearestCaseOfALevelOnBothSides) {
  const std::vector<record::LevelRecord> levels{{0, 1}, {1, 3}};
  const SampleScore score =
      score_sample(sample({cost(0, 0, 1), cost(1, 0, 100), cost(1, 1, 1200), cost(1, 2, 300)}),
                   reference({{1}, {100, 400, 1000}}), levels, 2);
  EXPECT_EQ(score.levels[1].cost, Instructions{1200});
  EXPECT_EQ(score.levels[1].reference_cost, Instructions{1000});
  EXPECT_DOUBLE_EQ(score.score, 0.8);
}

TEST(SampleScore, PassesASampleThatAnyCensoringVerdictStopsAboveLevelZero) {
  for (const Verdict verdict : {Verdict::budget_exceeded, Verdict::time_limit, Verdict::memory_limit}) {
    const SampleScore score = scored(sample({cost(0, 0, 10), cost(1, 0, 1000), stopped(2, 0, verdict)}));
    EXPECT_TRUE(score.passed) << record::to_string(verdict);
    EXPECT_FALSE(score.complete);
    EXPECT_DOUBLE_EQ(score.score, 0.3);
    EXPECT_EQ(score.stress_cost, std::nullopt);
  }
}

TEST(SampleScore, FailsASampleThatIsStoppedAtLevelZero) {
  for (const Verdict verdict : {Verdict::budget_exceeded, Verdict::time_limit, Verdict::memory_limit}) {
    const SampleScore score = scored(sample({stopped(0, 0, verdict)}));
    EXPECT_FALSE(score.passed) << record::to_string(verdict);
    EXPECT_EQ(score.score, 0);
  }
}

TEST(SampleScore, IsZeroOnEveryLevelWhenAnyLaterLevelFails) {
  for (const Verdict verdict : {Verdict::wrong_answer, Verdict::runtime_error, Verdict::output_limit,
                                Verdict::forbidden_syscall, Verdict::protocol_error}) {
    const SampleScore score =
        scored(sample({cost(0, 0, 10), cost(1, 0, 1000), cost(2, 0, 1000), stopped(3, 0, verdict)}));
    EXPECT_FALSE(score.passed) << record::to_string(verdict);
    EXPECT_EQ(score.score, 0);
    EXPECT_EQ(score.levels[1].score, 0);
    EXPECT_EQ(score.levels[1].cost, Instructions{1000}) << "the cost is known all the same";
  }
}

TEST(SampleScore, NeedsNoReferenceForASampleThatNeverRan) {
  record::SampleRecord one = sample({});
  for (const Verdict verdict : {Verdict::compile_error, Verdict::no_code}) {
    one.verdict = verdict;
    const SampleScore score = score_sample(one, {}, kOneCaseALevel, 2);
    EXPECT_FALSE(score.passed);
    EXPECT_EQ(score.verdict, verdict);
    EXPECT_EQ(score.budget, std::nullopt);
  }
}

TEST(SampleScore, HasNoCostForACaseThatEndedWithoutAnAnswer) {
  // A sample killed for what it tried has a count, but where it was cut off may change from run to run.
  const SampleScore killed = scored(sample({cost(0, 0, 10), cost(1, 0, 77, Verdict::forbidden_syscall)}));
  EXPECT_EQ(killed.levels[1].case_costs[0], std::nullopt);
  const SampleScore wrong = scored(sample({cost(0, 0, 10), cost(1, 0, 77, Verdict::wrong_answer)}));
  EXPECT_EQ(wrong.levels[1].case_costs[0], Instructions{77});
}

TEST(SampleScore, SumsAllCasesAboveLevelZeroForEfficientAtK) {
  const std::vector<record::LevelRecord> levels{{0, 1}, {1, 2}};
  const SampleScore score = score_sample(sample({cost(0, 0, 9), cost(1, 0, 100), cost(1, 1, 200)}),
                                         reference({{5}, {150, 160}}), levels, 2);
  EXPECT_EQ(score.stress_cost, Instructions{300});
  EXPECT_EQ(score.reference_stress_cost, Instructions{310});
}

TEST(SampleScore, ForgetsAWrongAnswerBehindACaseThatASmallerAlphaForbids) {
  const record::SampleRecord one =
      sample({cost(0, 0, 10), cost(1, 0, 1600), cost(2, 0, 900, Verdict::wrong_answer)});
  EXPECT_FALSE(scored(one, 2).passed);
  const SampleScore strict = scored(one, 1.5);
  EXPECT_EQ(strict.verdict, Verdict::budget_exceeded);
  EXPECT_TRUE(strict.passed);
  EXPECT_EQ(strict.cases, 2U);
  EXPECT_EQ(strict.levels[1].case_costs[0], std::nullopt);
  EXPECT_EQ(strict.levels[2].case_costs[0], std::nullopt);
}

TEST(SampleScore, RefusesRecordsThatContradictEachOther) {
  EXPECT_THROW(scored(sample({cost(4, 0, 1)})), std::invalid_argument);
  EXPECT_THROW(scored(sample({cost(-1, 0, 1)})), std::invalid_argument);
  EXPECT_THROW(scored(sample({cost(1, 1, 1)})), std::invalid_argument);
  EXPECT_THROW(scored(sample({cost(0, 0, 1)}), 1), std::invalid_argument);
  EXPECT_THROW(score_sample(sample({cost(0, 0, 1)}), {}, kOneCaseALevel, 2), std::invalid_argument);
}

// What a session with this alpha would have stored of the same sample, by the rules of the verdicts alone.
record::SampleRecord measured_with(const std::vector<record::CaseRecord>& truth, double budget) {
  std::vector<record::CaseRecord> cases;
  for (const record::CaseRecord& one : truth) {
    if (static_cast<double>(one.cost->value) > budget) {
      cases.push_back(stopped(one.level, one.number, Verdict::budget_exceeded));
      break;
    }
    cases.push_back(one);
    if (one.verdict != Verdict::accepted) break;
  }
  return sample(cases);
}

RC_GTEST_PROP(SampleScore, IsTheSameScoredAnewAsMeasuredAnewWithASmallerAlpha, ()) {
  const std::vector<record::LevelRecord> levels{{0, 2}, {3, 2}, {3, 2}, {4, 2}};
  const record::ReferenceRecord standard = reference({{90, 100}, {500, 600}, {700, 400}, {1000, 800}});
  std::vector<record::CaseRecord> truth;
  for (int level = 0; level < 4; ++level) {
    for (int number = 0; number < 2; ++number) {
      const bool wrong = *rc::gen::weightedElement<bool>({{9, false}, {1, true}});
      truth.push_back(cost(level, number, *rc::gen::inRange<std::uint64_t>(1, 2500),
                           wrong ? Verdict::wrong_answer : Verdict::accepted));
    }
  }
  const double alpha = *rc::gen::element(1.1, 1.25, 1.5, 1.75);
  const SampleScore anew = score_sample(measured_with(truth, 2 * 1000), standard, levels, alpha);
  const SampleScore direct = score_sample(measured_with(truth, alpha * 1000), standard, levels, alpha);
  RC_ASSERT(anew.verdict == direct.verdict);
  RC_ASSERT(anew.passed == direct.passed);
  RC_ASSERT(anew.complete == direct.complete);
  RC_ASSERT(anew.score == direct.score);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    RC_ASSERT(anew.levels[i].case_costs == direct.levels[i].case_costs);
    RC_ASSERT(anew.levels[i].score == direct.levels[i].score);
  }
}

TEST(SampleScore, GrantsTheSlackOfALevelAndNotMore) {
  std::vector<record::LevelRecord> levels = kOneCaseALevel;
  levels[0].slack = {500};
  const auto scored_with = [&](std::uint64_t first) {
    return score_sample(sample({cost(0, 0, first), cost(1, 0, 1000), cost(2, 0, 1000), cost(3, 0, 1000)}),
                        kReference, levels, 2);
  };
  EXPECT_EQ(scored_with(2500).score, 1) << "level 0 has no weight";
  EXPECT_FALSE(scored_with(2501).passed);
  EXPECT_FALSE(
      scored(sample({cost(0, 0, 2500), cost(1, 0, 1000), cost(2, 0, 1000), cost(3, 0, 1000)})).passed);
}

}  // namespace
}  // namespace effk::score
