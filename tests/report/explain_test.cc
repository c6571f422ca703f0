#include "harness/report/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/example_run.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string explained(const record::RunRecord& run, const std::string& name,
                      const score::ScoreOptions& options = {}) {
  const auto text = explain(run, scored(run, options), name);
  return text ? *text : error_text(text.error());
}

TEST(Explain, GoesFromTheVerdictThroughTheLevelsToTheScore) {
  EXPECT_EQ(explained(example_run(), "good/alpha_sum/cpp/1"),
            R"(good/alpha_sum/cpp/1: passed, stopped by budget_exceeded, score 0.1500
verdict: budget_exceeded: level 2, case 0: over budget
instrument: icount 1.0

code: 3 lines, 23 bytes, found by rule 'fence'
  | int f() {
  |     return 1;
  | }

budget: T = 40,000,000 = 2 x 20,000,000, alpha times the reference's dearest case at a weighted
  level
load: 60,000 to load the code, of which 0 are charged to every case; free are the reference's 50,000
  and 200,000 more

levels, in instructions: the reference's dearest case; the sample's dearest case, its total, the
  frame taken off, its cost; the level's score
  level  weight   reference  case       total  frame        cost   score
      0       0   1,000,000     0   1,001,000  1,000   1,000,000       -
      1       3  10,000,000     0  25,001,000  1,000  25,000,000  0.5000
      2       3  10,000,000     0     123,456  1,000           -  0.0000
      3       4  20,000,000     -           -      -           -  0.0000
  cost = total - frame - free load, but at least what reading the arguments needs; 0 is the first
  case; '-' is not known or not run

f_1 = (T - cost) / (T - reference) = (40,000,000 - 25,000,000) / (40,000,000 - 10,000,000) = 0.5000
f_2 = 0, because it ended with budget_exceeded
f_3 = 0, because an earlier level ended with budget_exceeded
score = (3 x 0.5000 + 3 x 0.0000 + 4 x 0.0000) / 10 = 0.1500
)");
}

TEST(Explain, NamesTheUnitOfATimedRun) {
  const std::string text = explained(timed_run(), "good/alpha_sum/cpp/1");
  EXPECT_THAT(text, HasSubstr("\nlevels, in ns of CPU time: the reference's dearest case;"));
  EXPECT_THAT(text, Not(HasSubstr("instructions")));
}

TEST(Explain, SaysOfAFailedSampleWhereAndWhy) {
  const std::string text = explained(example_run(), "good/beta_walk/cpp/1");
  EXPECT_THAT(text, StartsWith("good/beta_walk/cpp/1: failed, score 0\n"
                               "verdict: runtime_error: level 1, case 0: std::out_of_range\n"));
  EXPECT_THAT(text, HasSubstr("\nscore = 0, because the sample is not right\n"));
}

TEST(Explain, SaysWhichCaseASmallerAlphaForbids) {
  EXPECT_THAT(explained(example_run(), "good/alpha_sum/cpp/1", {.alpha = 1.2}),
              HasSubstr("verdict: budget_exceeded"));
  record::RunRecord run = example_run();
  run.samples[0].cases[3].cost = Instructions{30'000'000};
  EXPECT_THAT(
      explained(run, "good/alpha_sum/cpp/0", {.alpha = 1.25}),
      HasSubstr("verdict: budget_exceeded with alpha 1.25 at level 3, case 0 (as measured with alpha 2: "
                "accepted)\n"));
}

TEST(Explain, ChargesTheLoadAboveTheReferencesAndTheAllowance) {
  record::RunRecord run = example_run();
  run.samples[0].load = Instructions{300'000};
  EXPECT_THAT(explained(run, "good/alpha_sum/cpp/0"),
              HasSubstr("load: 300,000 to load the code, of which 50,000 are charged to every case"));
  run.environment["suite.load"] = "free";
  EXPECT_THAT(explained(run, "good/alpha_sum/cpp/0"), HasSubstr("of which 0 are charged"));
}

TEST(Explain, SaysWhatFlagsMean) {
  record::RunRecord run = example_run();
  run.samples[0].flags = {"dropped #pragma GCC target(\"avx512f\")"};
  run.samples[0].cases[1].flags = {"implausible", "a flag of tomorrow"};
  const std::string text = explained(run, "good/alpha_sum/cpp/0");
  EXPECT_THAT(text, HasSubstr("note: dropped #pragma GCC target(\"avx512f\")\n"));
  EXPECT_THAT(text, HasSubstr("note: level 1, case 0: implausible: it cost less than reading the arguments"));
  EXPECT_THAT(text, HasSubstr("note: level 1, case 0: a flag of tomorrow\n"));
}

TEST(Explain, ShowsCodeThatNeverRan) {
  record::RunRecord run = example_run();
  run.samples[0].verdict = record::Verdict::compile_error;
  run.samples[0].detail = "expected ';'";
  run.samples[0].cases.clear();
  run.samples[0].load.reset();
  run.samples[0].code.clear();
  for (int i = 0; i < 20; ++i) run.samples[0].code += "line\n";
  const std::string text = explained(run, "good/alpha_sum/cpp/0");
  EXPECT_THAT(text, HasSubstr("verdict: compile_error: expected ';'\n"));
  EXPECT_THAT(text, HasSubstr("code: 20 lines"));
  EXPECT_THAT(text, HasSubstr("  and 8 more lines\n"));
  EXPECT_THAT(text, HasSubstr("load: not measured\n"));
}

TEST(Explain, SaysThatAnInternalErrorDoesNotCount) {
  record::RunRecord run = example_run();
  run.samples[0].verdict = record::Verdict::internal_error;
  const std::string text = explained(run, "good/alpha_sum/cpp/0");
  EXPECT_THAT(text, StartsWith("good/alpha_sum/cpp/0: not scored: the harness failed on it\n"));
  EXPECT_THAT(text, HasSubstr("\nthe sample does not count: n is one less\n"));
}

TEST(Explain, FindsASampleOfAModelWithSlashesInItsName) {
  record::RunRecord run = example_run();
  run.samples[0].model = "org/family/model";
  EXPECT_THAT(explained(run, "org/family/model/alpha_sum/cpp/0"),
              StartsWith("org/family/model/alpha_sum/cpp/0: passed"));
}

TEST(Explain, NamesThePartOfAnUnknownNameAndWhatWasMeant) {
  const record::RunRecord run = example_run();
  EXPECT_EQ(explained(run, "god/alpha_sum/cpp/0"),
            "effk: error: the run has no sample 'god/alpha_sum/cpp/0'\n"
            "  why:  there is no model 'god'\n"
            "  next: did you mean 'good'? there are: good, slow\n");
  EXPECT_EQ(explained(run, "good/alpha_sun/cpp/0"),
            "effk: error: the run has no sample 'good/alpha_sun/cpp/0'\n"
            "  why:  there is no problem 'alpha_sun' of good\n"
            "  next: did you mean 'alpha_sum'? there are: alpha_sum, beta_walk\n");
  EXPECT_THAT(explained(run, "good/alpha_sum/python/0"),
              HasSubstr("no language 'python' of good/alpha_sum\n"));
  EXPECT_THAT(
      explained(run, "good/alpha_sum/cpp/7"),
      HasSubstr("there is no sample '7' of good/alpha_sum/cpp\n  next: did you mean '0'? there are: 0, 1\n"));
  EXPECT_EQ(explained(run, "good"),
            "effk: error: the run has no sample 'good'\n"
            "  why:  a sample is named MODEL/PROBLEM/LANGUAGE/SAMPLE\n"
            "  next: for example good/alpha_sum/cpp/0\n");
}

TEST(Explain, LetsNothingCommandTheTerminal) {
  record::RunRecord run = example_run();
  run.samples[0].code = kHostileName;
  run.samples[0].detail = kHostileName;
  run.samples[0].extraction = kHostileName;
  run.samples[0].flags = {kHostileName};
  for (const std::string& text :
       {explained(run, "good/alpha_sum/cpp/0"), explained(run, "\x1b]0;/a/b/c"), explained(run, "\x1b[2J")}) {
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
    EXPECT_THAT(text, Not(HasSubstr("\xc2\x9b")));
    EXPECT_THAT(text, Not(HasSubstr("\r")));
  }
}

}  // namespace
}  // namespace effk::report
