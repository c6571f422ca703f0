#include "harness/gate/compare_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gate/small_runs.h"

namespace effk::gate {
namespace {

using record::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using Kind = Reason::Kind;

std::string fault(const record::RunRecord& baseline, const record::RunRecord& run,
                  const CompareOptions& options = {}) {
  const auto comparison = compare_runs(baseline, run, options);
  if (comparison) return "no fault";
  EXPECT_EQ(exit_status(comparison.error().kind), 3);
  return error_text(comparison.error());
}

TEST(CompareRuns, FindsNothingBetweenARunAndItself) {
  const auto run =
      run_of({"p", "q"}, {right("p", "0"), right("q", "0"), ended("q", "1", Verdict::wrong_answer)});
  const RunComparison comparison = compared(run, run);
  EXPECT_TRUE(comparison.passed());
  EXPECT_EQ(comparison.counts().worse, 0u);
  EXPECT_EQ(comparison.counts().better, 0u);
  EXPECT_TRUE(comparison.exact);
  EXPECT_EQ(comparison.by_problem.size(), 2u);
}

TEST(CompareRuns, CallsWhatIsMissingWorseAndWhatIsNewNeither) {
  const auto baseline = run_of({"p", "q"}, {right("p", "0"), right("p", "1"), right("q", "0")});
  const auto run = run_of({"p", "r"}, {right("p", "0"), right("p", "2"), right("r", "0")});
  const RunComparison comparison = compared(baseline, run);
  EXPECT_FALSE(comparison.passed());
  std::vector<std::string> missing, added;
  for (const Comparison& one : comparison.samples) {
    if (one.reasons[0].kind == Kind::missing) missing.push_back(one.subject.problem + one.subject.sample);
    if (one.reasons[0].kind == Kind::is_new) added.push_back(one.subject.problem + one.subject.sample);
  }
  EXPECT_THAT(missing, ElementsAre("p1", "q0"));
  EXPECT_THAT(added, ElementsAre("p2"));
  EXPECT_THAT(comparison.notes, ElementsAre("problem r is new: not judged"));
  EXPECT_EQ(comparison.counts().worse, 2u);
}

TEST(CompareRuns, CallsASampleThatTheHarnessFailedOnWorseAndNeverTakesOneForABaseline) {
  auto broken = right("p", "0");
  broken.verdict = Verdict::internal_error;
  const auto good = run_of({"p"}, {right("p", "0"), right("p", "1")});
  const auto bad = run_of({"p"}, {broken, right("p", "1")});
  EXPECT_EQ(compared(good, bad).samples[0].reasons[0].kind, Kind::not_measured);
  EXPECT_FALSE(compared(good, bad).passed());
  EXPECT_TRUE(compared(bad, good).passed());
}

TEST(CompareRuns, PutsTheWorstFirst) {
  const auto baseline =
      run_of({"p"}, {right("p", "a"), right("p", "b"), right("p", "c"), right("p", "d"), right("p", "e")});
  const auto run =
      run_of({"p"}, {right("p", "a"), right("p", "b", kMillion / 2), right("p", "c", kMillion + 50'000),
                     ended("p", "d", Verdict::wrong_answer), right("p", "e", kMillion + 900'000)});
  std::vector<std::string> order;
  for (const Comparison& one : compared(baseline, run).samples) order.push_back(one.subject.sample);
  EXPECT_THAT(order, ElementsAre("d", "e", "c", "b", "a"));
}

TEST(CompareRuns, IsAnErrorWhereNothingCanBeCompared) {
  const auto one = run_of({"p"}, {right("p", "0")});
  EXPECT_THAT(fault(one, run_of({"q"}, {right("q", "0")})), HasSubstr("no problem in common"));
  auto other_model = right("p", "0");
  other_model.model = "n";
  EXPECT_EQ(fault(one, run_of({"p"}, {other_model})),
            "effk: error: nothing can be compared: the two runs have no sample in common\n"
            "  why:  models of the baseline: m; of the run: n\n"
            "  next: a sample is known by its model, problem, language and name\n");
  EXPECT_THAT(fault(run_of({"p"}, {}), run_of({"p"}, {})), HasSubstr("no sample in common"));
  EXPECT_THAT(fault(one, one, {.problems = {"z"}}), HasSubstr("neither run has a problem 'z'"));
}

TEST(CompareRuns, LooksAtTheProblemsAskedForAlone) {
  const auto baseline = run_of({"p", "q"}, {right("p", "0"), right("q", "0")});
  const auto run = run_of({"p", "q"}, {right("p", "0"), ended("q", "0", Verdict::wrong_answer)});
  EXPECT_FALSE(compared(baseline, run).passed());
  EXPECT_TRUE(compared(baseline, run, {.problems = {"p"}}).passed());
}

TEST(CompareRuns, RefusesALimitOnAMetricThatNobodyHas) {
  CompareOptions options;
  options.limits.metrics["eff@7"].drop = 0.1;
  const auto run = run_of({"p"}, {right("p", "0")});
  EXPECT_THAT(fault(run, run, options),
              HasSubstr("limits are set for eff@7, and no model has it in both runs"));
}

TEST(CompareRuns, HoldsMetricsToTheirBoundsWhateverTheTestSays) {
  const auto run = run_of({"p"}, {right("p", "0", kMillion, 3 * kMillion)});
  CompareOptions options;
  options.limits.metrics["eff@1"].at_least = 0.9;
  const RunComparison comparison = compared(run, run, options);
  EXPECT_FALSE(comparison.passed());
  EXPECT_EQ(comparison.metrics[0].subject.metric, "eff@1");
  EXPECT_EQ(comparison.metrics[0].outcome, Outcome::worse);
}

TEST(CompareRuns, AdjustsThePOfAllJudgedMetricsTogether) {
  std::vector<std::string> problems;
  std::vector<record::SampleRecord> good, bad;
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
    problems.emplace_back(id);
    good.push_back(right(id, "0"));
    bad.push_back(ended(id, "0", Verdict::wrong_answer));
  }
  CompareOptions options;
  options.limits.redrawn = true;
  const auto p_values = [&] {
    std::vector<double> all;
    for (const Comparison& one : compared(run_of(problems, good), run_of(problems, bad), options).metrics)
      if (one.judged) all.push_back(*one.p_value);
    return all;
  };
  // All six fall alike: 2 of 2^6 sign patterns are as extreme.
  EXPECT_THAT(p_values(), ElementsAre(6.0 / 64, 6.0 / 64, 6.0 / 64));
  EXPECT_TRUE(compared(run_of(problems, good), run_of(problems, bad), options).passed());
  options.limits.metrics["complete"].judged = options.limits.metrics["pass@1"].judged = false;
  EXPECT_THAT(p_values(), ElementsAre(2.0 / 64));
  EXPECT_FALSE(compared(run_of(problems, good), run_of(problems, bad), options).passed());
}

TEST(CompareRuns, OfRedrawnSamplesComparesNoneOfThemAndMissesThoseThatAreFewer) {
  CompareOptions redrawn;
  redrawn.limits.redrawn = true;
  const auto baseline = run_of({"p", "q"}, {right("p", "0"), right("p", "1"), right("q", "0")});
  const auto other = run_of({"p", "q"}, {right("p", "0", 2 * kMillion), right("p", "x"), right("q", "0")});
  EXPECT_TRUE(compared(baseline, other, redrawn).passed());
  EXPECT_FALSE(compared(baseline, other).passed());
  const auto fewer = run_of({"p", "q"}, {right("p", "0"), right("q", "0")});
  const RunComparison comparison = compared(baseline, fewer, redrawn);
  EXPECT_FALSE(comparison.passed());
  EXPECT_EQ(comparison.samples[0].reasons[0].before, 2);
  EXPECT_EQ(comparison.samples[0].reasons[0].after, 1);
}

TEST(CompareRuns, PointsOutRedrawnWhereMostSamplesHaveOtherCode) {
  const auto baseline = run_of({"p"}, {right("p", "0"), right("p", "1")});
  auto run = baseline;
  run.samples[0].code = run.samples[1].code = "other";
  EXPECT_THAT(compared(baseline, run).notes, ElementsAre(HasSubstr("2 of 2 samples have other code")));
  EXPECT_EQ(compared(baseline, run).samples[0].same_code, false);
  run.samples[1].code = "code";
  EXPECT_THAT(compared(baseline, run).notes, ElementsAre());
  run.samples[0].code = "";  // exported without
  EXPECT_EQ(compared(baseline, run).samples[0].same_code, std::nullopt);
}

TEST(CompareRuns, WidensTheToleranceAcrossEnvironments) {
  const auto baseline = run_of({"p"}, {right("p", "0")});
  const auto dearer = run_of({"p"}, {right("p", "0", kMillion + 40'000)});
  EXPECT_FALSE(compared(baseline, dearer).passed());
  EXPECT_TRUE(compared(baseline, dearer, {.across = {"compiler is another"}}).passed());
  const auto much_dearer = run_of({"p"}, {right("p", "0", kMillion + 60'000)});
  EXPECT_FALSE(compared(baseline, much_dearer, {.across = {"compiler is another"}}).passed());
}

}  // namespace
}  // namespace effk::gate
