#include "harness/score/run_scores.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <random>

#include "tests/score/small_records.h"

namespace effk::score {
namespace {

using record::RunRecord;
using record::SampleRecord;
using record::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr int kTrials = 20;

// Problems p0, p1, ... with one level of each weight, one case each; the reference costs 1000 everywhere.
RunRecord run_with_problems(int count) {
  RunRecord run;
  run.complete = true;
  for (int i = 0; i < count; ++i) {
    const std::string id = fmt::format("p{}", i);
    run.problems.push_back({id, i % 2 == 0 ? "algorithm" : "implementation", {"all"}, kOneCaseALevel, "d"});
    for (const char* language : {"cpp", "python"}) {
      run.references.push_back(reference({{10}, {1000}, {1000}, {1000}}));
      run.references.back().problem = id;
      run.references.back().language = language;
    }
  }
  return run;
}

SampleRecord named(SampleRecord one, const std::string& model, const std::string& problem, int number,
                   const std::string& language = "cpp") {
  one.model = model;
  one.problem = problem;
  one.language = language;
  one.sample = std::to_string(number);
  return one;
}

// Right, with this cost on every level > 0: score 2 - cost / 1000 at alpha 2.
SampleRecord right(std::uint64_t instructions) {
  return sample(
      {cost(0, 0, 10), cost(1, 0, instructions), cost(2, 0, instructions), cost(3, 0, instructions)});
}

SampleRecord wrong() {
  return sample({cost(0, 0, 10, Verdict::wrong_answer)});
}

double value_of(const ModelScores& model, const std::string& name) {
  const Metric* metric = find_metric(model.metrics, name);
  return metric == nullptr ? std::numeric_limits<double>::quiet_NaN() : metric->value;
}

// The best of k, by going through every subset.
double best_of(const std::vector<double>& scores, int k) {
  double sum = 0;
  int subsets = 0;
  for (unsigned chosen = 0; chosen < 1U << scores.size(); ++chosen) {
    if (std::popcount(chosen) != k) continue;
    double best = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if ((chosen >> i & 1) != 0) best = std::max(best, scores[i]);
    }
    sum += best;
    ++subsets;
  }
  return sum / subsets;
}

TEST(RunScores, MatchEnumerationOfEverySubsetOnRandomRuns) {
  std::mt19937 random(7);
  for (int trial = 0; trial < kTrials; ++trial) {
    const int problems = 1 + static_cast<int>(random() % 4);
    RunRecord run = run_with_problems(problems);
    double eff[4] = {};
    double pass[4] = {};
    double efficient[4] = {};
    for (int p = 0; p < problems; ++p) {
      const int n = 3 + static_cast<int>(random() % 4);
      std::vector<double> scores;
      std::vector<double> passed;
      std::vector<double> cheaper;
      for (int i = 0; i < n; ++i) {
        const std::uint64_t instructions = random() % 2000;
        const bool fine = random() % 3 != 0;
        run.samples.push_back(named(fine ? right(instructions) : wrong(), "m", fmt::format("p{}", p), i));
        scores.push_back(fine ? 2 - static_cast<double>(instructions) / 1000 : 0);
        passed.push_back(fine ? 1 : 0);
        cheaper.push_back(fine && instructions < 1000 ? 1 : 0);
      }
      for (int k = 1; k <= 3; ++k) {
        eff[k] += best_of(scores, k) / problems;
        pass[k] += best_of(passed, k) / problems;
        efficient[k] += best_of(cheaper, k) / problems;
      }
    }
    std::shuffle(run.samples.begin(), run.samples.end(), random);
    const auto scores = score_run(run, {.k = {1, 2, 3}});
    ASSERT_TRUE(scores) << error_text(scores.error());
    ASSERT_EQ(scores->models.size(), 1U);
    for (int k = 1; k <= 3; ++k) {
      EXPECT_NEAR(value_of(scores->models[0], fmt::format("eff@{}", k)), eff[k], 1e-12);
      EXPECT_NEAR(value_of(scores->models[0], fmt::format("pass@{}", k)), pass[k], 1e-12);
      EXPECT_NEAR(value_of(scores->models[0], fmt::format("efficient@{}", k)), efficient[k], 1e-12);
    }
  }
}

TEST(RunScores, CountAMissingProblemAsZeroAndListIt) {
  RunRecord run = run_with_problems(4);
  run.samples = {named(right(1000), "m", "p0", 0), named(right(500), "m", "p2", 0)};
  const auto scores = score_run(run);
  ASSERT_TRUE(scores);
  const ModelScores& model = scores->models[0];
  EXPECT_THAT(model.missing, ElementsAre("p1", "p3"));
  EXPECT_DOUBLE_EQ(value_of(model, "eff@1"), (1 + 1.5) / 4);
  EXPECT_DOUBLE_EQ(value_of(model, "pass@1"), 0.5);
  EXPECT_EQ(model.problems, 4U);
  EXPECT_EQ(model.samples, 2U);
}

TEST(RunScores, ShowBesideThePassedShareThatWhichFinishedEveryLevel) {
  RunRecord run = run_with_problems(1);
  run.samples = {named(right(1000), "m", "p0", 0),
                 named(sample({cost(0, 0, 10), stopped(1, 0, Verdict::budget_exceeded)}), "m", "p0", 1)};
  const auto scores = score_run(run);
  ASSERT_TRUE(scores);
  EXPECT_EQ(value_of(scores->models[0], "pass@1"), 1);
  EXPECT_EQ(value_of(scores->models[0], "complete"), 0.5);
}

TEST(RunScores, LeaveInternalErrorsOutOfNAndNameThem) {
  RunRecord run = run_with_problems(1);
  SampleRecord broken = sample({cost(0, 0, 10)});
  broken.verdict = Verdict::internal_error;
  run.samples = {named(right(1000), "m", "p0", 0), named(broken, "m", "p0", 1)};
  const auto scores = score_run(run);
  ASSERT_TRUE(scores);
  EXPECT_EQ(value_of(scores->models[0], "eff@1"), 1);
  EXPECT_EQ(scores->models[0].samples, 1U);
  EXPECT_EQ(scores->models[0].not_scored, 1U);
  EXPECT_EQ(scores->samples.size(), 2U) << "it is still shown";
  EXPECT_THAT(scores->warnings,
              ElementsAre("1 sample of m (cpp) not scored, because the harness failed on it: p0/1"));
}

TEST(RunScores, GiveAModelWithoutScoredSamplesARowWithoutMetrics) {
  RunRecord run = run_with_problems(1);
  SampleRecord broken = sample({});
  broken.verdict = Verdict::internal_error;
  run.samples = {named(broken, "a", "p0", 0), named(wrong(), "b", "p0", 0)};
  const auto scores = score_run(run);
  ASSERT_TRUE(scores);
  ASSERT_EQ(scores->models.size(), 2U);
  EXPECT_EQ(scores->models[0].model, "b") << "0 is a result and goes before none";
  EXPECT_THAT(scores->models[1].metrics, IsEmpty());
  EXPECT_THAT(scores->models[1].missing, ElementsAre("p0"));
}

TEST(RunScores, OmitAKThatOneProblemHasNotEnoughSamplesForAndNameItWhenAsked) {
  RunRecord run = run_with_problems(2);
  for (int i = 0; i < 5; ++i) run.samples.push_back(named(right(1000), "m", "p0", i));
  for (int i = 0; i < 3; ++i) run.samples.push_back(named(right(1000), "m", "p1", i));
  const auto silent = score_run(run);
  ASSERT_TRUE(silent);
  EXPECT_EQ(find_metric(silent->models[0].metrics, "eff@5"), nullptr);
  EXPECT_THAT(silent->warnings, IsEmpty());
  const auto asked = score_run(run, {.k = {5, 3}});
  ASSERT_TRUE(asked);
  EXPECT_NE(find_metric(asked->models[0].metrics, "eff@3"), nullptr);
  EXPECT_EQ(find_metric(asked->models[0].metrics, "eff@5"), nullptr);
  EXPECT_THAT(asked->warnings, ElementsAre("no eff@5 and pass@5 of m (cpp): they need 5 samples of every "
                                           "problem, and p1 has 3, the fewest"));
}

TEST(RunScores, GiveAModelInTwoLanguagesTwoRows) {
  RunRecord run = run_with_problems(1);
  run.samples = {named(right(1000), "m", "p0", 0, "cpp"), named(right(1500), "m", "p0", 0, "python")};
  const auto scores = score_run(run);
  ASSERT_TRUE(scores);
  ASSERT_EQ(scores->models.size(), 2U);
  EXPECT_EQ(scores->models[0].language, "cpp");
  EXPECT_EQ(value_of(scores->models[1], "eff@1"), 0.5);
}

TEST(RunScores, RankModelsByEffAtOneThoughOtherKWereAskedFor) {
  RunRecord run = run_with_problems(1);
  for (int i = 0; i < 2; ++i) {
    run.samples.push_back(named(right(1900), "a", "p0", i));
    run.samples.push_back(named(right(1000), "b", "p0", i));
  }
  run.samples.push_back(named(right(1500), "c", "p0", 0));
  const auto scores = score_run(run, {.k = {2}});
  ASSERT_TRUE(scores);
  std::vector<std::string> order;
  for (const ModelScores& model : scores->models) order.push_back(model.model);
  EXPECT_THAT(order, ElementsAre("b", "c", "a"));
}

TEST(RunScores, DoNotDependOnTheOrderOfSamples) {
  std::mt19937 random(3);
  RunRecord run = run_with_problems(3);
  for (const char* model : {"a", "b"}) {
    for (int p = 0; p < 3; ++p) {
      for (int i = 0; i < 12; ++i)
        run.samples.push_back(
            named(random() % 2 == 0 ? wrong() : right(random() % 2000), model, fmt::format("p{}", p), i));
    }
  }
  const auto before = score_run(run);
  ASSERT_TRUE(before);
  RunRecord shuffled = run;
  std::shuffle(shuffled.samples.begin(), shuffled.samples.end(), random);
  const auto after = score_run(shuffled);
  ASSERT_TRUE(after);
  for (std::size_t i = 0; i < before->samples.size(); ++i) {
    const SampleRecord& a = run.samples[before->samples[i].index];
    const SampleRecord& b = shuffled.samples[after->samples[i].index];
    EXPECT_EQ(a.model + a.problem + a.sample, b.model + b.problem + b.sample);
  }
  EXPECT_EQ(run.samples[before->samples[2].index].sample, "2") << "2 before 10";
  for (std::size_t m = 0; m < before->models.size(); ++m) {
    ASSERT_EQ(before->models[m].metrics.size(), after->models[m].metrics.size());
    for (std::size_t i = 0; i < before->models[m].metrics.size(); ++i) {
      EXPECT_EQ(before->models[m].metrics[i].value, after->models[m].metrics[i].value);
      EXPECT_EQ(before->models[m].metrics[i].low, after->models[m].metrics[i].low);
    }
  }
}

TEST(RunScores, HaveIntervalsAroundTheirValues) {
  RunRecord run = run_with_problems(20);
  std::mt19937 random(5);  // uneven costs: means of even ones would coincide
  for (int p = 0; p < 20; ++p)
    run.samples.push_back(named(right(random() % 2000), "m", fmt::format("p{}", p), 0));
  const auto scores = score_run(run);
  ASSERT_TRUE(scores);
  const Metric* eff = find_metric(scores->models[0].metrics, "eff@1");
  EXPECT_LT(eff->low, eff->value);
  EXPECT_GT(eff->high, eff->value);
  const auto other_seed = score_run(run, {.seed = 2});
  EXPECT_NE(find_metric(other_seed->models[0].metrics, "eff@1")->low, eff->low);
}

TEST(RunScores, TakeTheMeanOfEachChallengeAndTag) {
  RunRecord run = run_with_problems(3);  // p0 and p2 algorithm, p1 implementation
  run.problems[2].tags = {"all", "graphs", "graphs"};
  run.samples = {named(right(1000), "m", "p0", 0), named(right(1500), "m", "p1", 0),
                 named(right(500), "m", "p2", 0)};
  const auto scores = score_run(run);
  ASSERT_TRUE(scores);
  std::vector<std::string> seen;
  for (const GroupScores& group : scores->models[0].groups) {
    seen.push_back(fmt::format("{} {} {} {}", group.kind, group.name, group.problems,
                               find_metric(group.metrics, "eff@1")->value));
  }
  EXPECT_THAT(seen, ElementsAre("challenge algorithm 2 1.25", "challenge implementation 1 0.5", "tag all 3 1",
                                "tag graphs 1 1.5"));
}

TEST(RunScores, SelectProblemsAndLeaveTheOthersOut) {
  RunRecord run = run_with_problems(3);
  run.samples = {named(right(1000), "m", "p0", 0), named(wrong(), "m", "p1", 0)};
  const auto scores = score_run(run, {.problems = {"p0"}});
  ASSERT_TRUE(scores);
  EXPECT_EQ(value_of(scores->models[0], "eff@1"), 1);
  EXPECT_THAT(scores->models[0].missing, IsEmpty());
}

TEST(RunScores, ScoreAnewWithOtherWeights) {
  RunRecord run = run_with_problems(1);
  run.samples = {
      named(sample({cost(0, 0, 10), cost(1, 0, 1000), cost(2, 0, 1500), cost(3, 0, 2000)}), "m", "p0", 0)};
  const auto scores = score_run(run, {.weights = {0, 1, 1, 0}});
  ASSERT_TRUE(scores);
  EXPECT_DOUBLE_EQ(value_of(scores->models[0], "eff@1"), 0.75);
}

struct Refusal {
  const char* name;
  ScoreOptions options;
  ErrorKind kind;
  const char* text;
};

class RefusedOptions : public testing::TestWithParam<Refusal> {};

TEST_P(RefusedOptions, AreExplained) {
  RunRecord run = run_with_problems(2);
  run.samples = {named(right(1000), "m", "p0", 0)};
  const auto scores = score_run(run, GetParam().options);
  ASSERT_FALSE(scores);
  EXPECT_EQ(scores.error().kind, GetParam().kind);
  EXPECT_THAT(error_text(scores.error()), HasSubstr(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Options, RefusedOptions,
    testing::Values(
        Refusal{
            "LargerAlpha", {.alpha = 3}, ErrorKind::bad_input, "the run's samples were stopped at alpha 2"},
        Refusal{"AlphaOne", {.alpha = 1}, ErrorKind::usage, "above 1"},
        Refusal{"AlphaNan", {.alpha = std::numeric_limits<double>::quiet_NaN()}, ErrorKind::usage, "above 1"},
        Refusal{"KZero", {.k = {0, 1}}, ErrorKind::usage, "k is 0"},
        Refusal{
            "TooFewWeights", {.weights = {0, 1}}, ErrorKind::bad_input, "there are 2, and problem p0 has 4"},
        Refusal{"NegativeWeight", {.weights = {0, -1, 1, 1}}, ErrorKind::bad_input, "from 0 to 1e100"},
        Refusal{"NoWeight", {.weights = {0, 0, 0, 0}}, ErrorKind::bad_input, "one must be above 0"},
        Refusal{"WeightOfLevelZero", {.weights = {1, 1, 1, 1}}, ErrorKind::bad_input, "its weight must be 0"},
        Refusal{"UnknownProblem", {.problems = {"p11"}}, ErrorKind::bad_input, "did you mean 'p1'?"}),
    [](const auto& refusal) { return std::string(refusal.param.name); });

TEST(RunScores, AreAnErrorWhenAPassedSampleHasNoReference) {
  RunRecord run = run_with_problems(1);
  run.references.clear();
  run.samples = {named(right(1000), "m", "p0", 0)};
  const auto scores = score_run(run);
  ASSERT_FALSE(scores);
  EXPECT_EQ(error_text(scores.error()),
            "effk: error: cannot score sample m/p0/cpp/0\n"
            "  why:  the run holds no costs of the cpp reference\n"
            "  next: the record is damaged; measure it anew with effk run\n");
}

}  // namespace
}  // namespace effk::score
