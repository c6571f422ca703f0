#include "harness/report/table.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "harness/report/code_points.h"
#include "harness/report/details.h"
#include "tests/report/example_run.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// The example, with n samples of each model and problem.
record::RunRecord run_with_samples(int n) {
  record::RunRecord run = example_run();
  const record::SampleRecord good = run.samples[0];
  run.samples.clear();
  for (const char* model : {"a", "b"}) {
    for (const char* problem : {"alpha_sum", "beta_walk"}) {
      for (int i = 0; i < n; ++i)
        run.samples.push_back(sample(model, problem, std::to_string(i), good.cases));
    }
  }
  return run;
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, width_of(line));
  return widest;
}

TEST(Table, SaysOfATimedRunWhatItsCostsAre) {
  EXPECT_THAT(table(timed_run(), scored(timed_run())),
              HasSubstr("\ninstrument: time 1.0\n"
                        "cost: CPU time in ns, of 6 repetitions in turn with the reference's "
                        "(location/hodges-lehmann-1963);\n  not comparable with counts\n"));
  EXPECT_THAT(table(example_run(), scored(example_run())), Not(HasSubstr("cost: ")));
}

TEST(Table, SaysWhoIsBetterAndHowCertainThatIs) {
  const record::RunRecord run = example_run();
  EXPECT_EQ(table(run, scored(run)),
            R"(suite tiny (0123456789ab): 2 problems, 6 samples
instrument: icount 1.0
environment: effk 0.1.0, cpu a CPU, seed 1
scoring: alpha 2

model  language        eff@1       pass@1  complete  samples  missing
good   cpp       0.54 ± 0.04  0.75 ± 0.25      0.50        4        0
slow   cpp       0.07 ± 0.07  0.50 ± 0.50      0.00        2        1

missing, counted as 0: slow (cpp): beta_walk

±: half the 95% interval over problems (interval/bootstrap-percentile-1993, seed 1); a difference
  inside it is not resolved
1 is the reference's cost; complete: share that finished every level within budget; defined by
  eff@k/enamel-2025, pass@k/humaneval-2021, score/enamel-2025
icount does not protect against: nothing that is known
)");
}

TEST(Table, IsTheSameForAnyOrderOfSamples) {
  record::RunRecord run = example_run();
  const std::string before = table(run, scored(run)) + details(run, scored(run));
  std::reverse(run.samples.begin(), run.samples.end());
  EXPECT_EQ(table(run, scored(run)) + details(run, scored(run)), before);
}

TEST(Table, SaysFirstThatARunIsIncomplete) {
  record::RunRecord run = example_run();
  run.complete = false;
  EXPECT_THAT(table(run, scored(run)), StartsWith("INCOMPLETE RUN:"));
}

TEST(Table, NamesTheAlphaOfTheRunWhenItScoresWithAnother) {
  const record::RunRecord run = example_run();
  EXPECT_THAT(table(run, scored(run, {.alpha = 1.5, .weights = {0, 1, 1, 1}})),
              HasSubstr("scoring: alpha 1.5 (measured with alpha 2), weights 0,1,1,1\n"));
}

TEST(Table, ShowsNoIntervalForASingleProblem) {
  const record::RunRecord run = example_run();
  const std::string text = table(run, scored(run, {.problems = {"alpha_sum"}}));
  EXPECT_THAT(text, Not(HasSubstr("±")));
  EXPECT_THAT(text, HasSubstr("one problem: how far other problems would lie cannot be estimated"));
}

TEST(Table, PutsPassAtKBelowWhenOneTableWouldBeTooWide) {
  record::RunRecord run = run_with_samples(10);
  for (record::SampleRecord& one : run.samples)
    one.model = "an-organisation/a-model-" + one.model + "-instruct";
  const std::string text = table(run, scored(run));
  EXPECT_LE(widest_line(text), 100U);
  EXPECT_THAT(text, HasSubstr("        eff@1        eff@5       eff@10\n"));
  EXPECT_THAT(text, HasSubstr("       pass@1       pass@5      pass@10  complete  samples  missing\n"));
  EXPECT_THAT(text, HasSubstr("an-organisation/a-model-a-instruct"));
}

TEST(Table, NeverGetsWiderThanAPage) {
  for (const int n : {1, 5, 10}) {
    for (const std::size_t length : {std::size_t{1}, std::size_t{20}, std::size_t{40}, std::size_t{300}}) {
      record::RunRecord run = run_with_samples(n);
      for (record::SampleRecord& one : run.samples) one.model += std::string(length, 'x');
      EXPECT_LE(widest_line(table(run, scored(run))), 100U) << n << " samples, name of " << length;
      EXPECT_LE(widest_line(details(run, scored(run))), 100U) << n << " samples, name of " << length;
    }
  }
}

TEST(Table, PaintsOnlyWhenAskedTo) {
  record::RunRecord run = example_run();
  run.complete = false;
  run.warnings = {"the machine was busy"};
  EXPECT_THAT(table(run, scored(run)), Not(HasSubstr("\033")));
  EXPECT_THAT(table(run, scored(run), {.color = true}), HasSubstr("\033[1;31mINCOMPLETE RUN:\033[0m"));
}

TEST(Table, IsAsciiWhenAskedTo) {
  const record::RunRecord run = example_run();
  for (const char byte : table(run, scored(run), {.utf8 = false})) ASSERT_GE(byte, 0);
}

TEST(Table, ShowsTheFirstWarningsAndHowManyMoreThereAre) {
  record::RunRecord run = example_run();
  for (int i = 0; i < 12; ++i) run.warnings.push_back("defect " + std::to_string(i));
  const std::string text = table(run, scored(run));
  EXPECT_THAT(text, HasSubstr("warning: defect 0\n"));
  EXPECT_THAT(text, HasSubstr("warning: defect 9\nwarning: and 2 more; all of them: --json\n"));
}

TEST(Table, LetsNoNameCommandTheTerminal) {
  record::RunRecord run = example_run();
  for (record::SampleRecord& one : run.samples) {
    one.model = kHostileName;
    one.sample += kHostileName;
    one.detail = kHostileName;
  }
  run.samples[2].verdict = record::Verdict::internal_error;
  run.environment["cpu"] = kHostileName;
  run.warnings = {kHostileName};
  run.problems[0].tags = {kHostileName};
  for (const std::string& text : {table(run, scored(run)), details(run, scored(run))}) {
    for (const char byte : text) EXPECT_TRUE(byte == '\n' || (byte != 0x7f && (byte < 0 || byte >= 0x20)));
    EXPECT_THAT(text, Not(HasSubstr("\xc2\x9b")));
    EXPECT_THAT(text, Not(HasSubstr("\u202e")));
    EXPECT_THAT(text, Not(HasSubstr("\xff")));
  }
}

TEST(Details, ShowEachProblemEachModelAndEachSample) {
  const record::RunRecord run = example_run();
  EXPECT_THAT(details(run, scored(run)), HasSubstr(R"(
beta_walk (implementation; sums)
  model  language  best  mean  passed  complete  samples  verdicts
  good   cpp       1.00  0.50       1         1        2  1 accepted, 1 runtime_error
  slow   cpp          -     -       0         0        0  missing

  good (cpp)
    sample  score  levels          verdict        detail
    0        1.00  1.00 1.00 1.00  accepted
    1        0.00  0.00 0.00 0.00  runtime_error  level 1, case 0: std::out_of_range
)"));
}

TEST(Details, LeaveTheSamplesOutWhenAskedTo) {
  const record::RunRecord run = example_run();
  EXPECT_THAT(details(run, scored(run), {.every_sample = false}), Not(HasSubstr("std::out_of_range")));
}

}  // namespace
}  // namespace effk::report
