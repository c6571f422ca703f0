#include "harness/gate/limits.h"

#include <gtest/gtest.h>

#include "harness/base/files.h"

namespace effk::gate {
namespace {

std::string fault(std::string_view text) {
  const auto limits = read_limits("l.json", text);
  if (limits) return "no fault";
  EXPECT_EQ(exit_status(limits.error().kind), 3);
  return error_text(limits.error());
}

std::string blamed(const std::string& where, const std::string& why) {
  return "effk: error: l.json: " + where + "\n" + (why.empty() ? "" : "  why:  " + why + "\n") +
         "  next: docs/gate.md has the format\n";
}

TEST(Limits, AreTheDefaultsWhereAFileSaysNothing) {
  const auto limits = read_limits("l.json", R"({"schema": 1})");
  ASSERT_TRUE(limits) << error_text(limits.error());
  EXPECT_EQ(limits->cost.relative, 0.001);
  EXPECT_EQ(limits->noisy_cost.relative, 0.05);
  EXPECT_EQ(limits->significance, 0.05);
  EXPECT_FALSE(limits->redrawn);
}

TEST(Limits, SayEverythingThatTheFormatHas) {
  const auto limits = read_limits("l.json", R"({
    "schema": 1, "significance": 0.01, "redrawn": true, "cost": {"relative": 0, "absolute": 5},
    "noisy": {"cost": {"relative": 0.1}}, "across": {"cost": {"relative": 0.2}},
    "metrics": {"eff@1": {"drop": 0.02, "by": "difference"}, "pass@10": {"at_least": 0.5},
                "complete": {"judged": false}},
    "problems": [{"problem": "range_*", "language": "cpp", "model": "m", "verdict": "ignore",
                  "cost": {"relative": 0.5, "at_most": 7}, "score": {"drop": 0.25, "at_least": 0.75}}],
    "allow": [{"problem": "a", "sample": "1", "reason": "known", "expires": "2028-02-29"},
              {"metric": "eff@*", "model": "m", "reason": "known", "expires": "2026-12-31"}]})");
  ASSERT_TRUE(limits) << error_text(limits.error());
  EXPECT_EQ(limits->significance, 0.01);
  EXPECT_TRUE(limits->redrawn);
  EXPECT_EQ(limits->cost.relative, 0);
  EXPECT_EQ(limits->cost.absolute, 5);
  EXPECT_EQ(limits->noisy_cost.relative, 0.1);
  EXPECT_EQ(limits->across_cost.relative, 0.2);
  EXPECT_EQ(limits->metrics.at("eff@1").drop, 0.02);
  EXPECT_EQ(limits->metrics.at("eff@1").by, DecideBy::difference);
  EXPECT_EQ(limits->metrics.at("pass@10").at_least, 0.5);
  EXPECT_FALSE(limits->metrics.at("complete").judged);
  const ProblemLimit& problem = limits->problems.at(0);
  EXPECT_EQ(problem.pattern.problem, "range_*");
  EXPECT_EQ(problem.pattern.language, "cpp");
  EXPECT_EQ(problem.pattern.model, "m");
  EXPECT_EQ(problem.judge_verdict, false);
  EXPECT_EQ(problem.cost->relative, 0.5);
  EXPECT_EQ(problem.cost_at_most, 7);
  EXPECT_EQ(problem.score_drop, 0.25);
  EXPECT_EQ(problem.score_at_least, 0.75);
  EXPECT_EQ(limits->allow.at(0).words(), "problem a, sample 1");
  EXPECT_EQ(to_string(limits->allow.at(0).expires), "2028-02-29");
  EXPECT_EQ(limits->allow.at(1).metric, "eff@*");
}

TEST(Limits, OfTheManualsExampleAreRead) {
  const std::string manual = read_file(EFFK_GATE_MANUAL).value();
  const std::size_t begin = manual.find("```json\n") + 8;
  const auto limits = read_limits("gate.md", manual.substr(begin, manual.find("```", begin) - begin));
  ASSERT_TRUE(limits) << error_text(limits.error());
  EXPECT_EQ(limits->problems.size(), 3u);
  EXPECT_EQ(limits->allow.size(), 2u);
}

TEST(Limits, NameThePlaceOfAFaultAndWhatWasExpectedThere) {
  EXPECT_EQ(fault("{"),
            "effk: error: l.json: it is not JSON\n"
            "  why:  line 1: syntax error while parsing object key - unexpected end of input; expected "
            "string literal\n");
  EXPECT_EQ(fault("{}"), blamed("/schema is missing", ""));
  EXPECT_EQ(fault(R"({"schema": 2})"), blamed("/schema must be an integer from 1 to 1", "found 2"));
  EXPECT_EQ(fault(R"({"schema": 1, "metrix": {}})"),
            blamed("/metrix is not a known member",
                   "did you mean 'metrics'? known here: schema, significance, "
                   "redrawn, cost, noisy, across, metrics, problems, allow"));
  EXPECT_EQ(fault(R"({"schema": 1, "cost": {"at_most": 1}})"),
            blamed("/cost/at_most is not a known member", "known here: relative, absolute"));
  EXPECT_EQ(fault(R"({"schema": 1, "metrics": {"ef@1": {}}})"),
            blamed("/metrics/ef@1 is not a known metric",
                   "did you mean 'eff@1'? metrics are eff@K, pass@K, efficient@K and complete"));
  EXPECT_EQ(fault(R"({"schema": 1, "metrics": {"eff@1": {"drop": "2%"}}})"),
            blamed("/metrics/eff@1/drop must be a number from 0 to 1000000", "found \"2%\""));
  EXPECT_EQ(fault(R"({"schema": 1, "metrics": {"eff@1": {"by": "tests"}}})"),
            blamed("/metrics/eff@1/by must be test or difference", "did you mean 'test'? found tests"));
  EXPECT_EQ(fault(R"({"schema": 1, "problems": [{"cost": {}}]})"),
            blamed("/problems/0/problem is missing", ""));
  EXPECT_EQ(fault(R"({"schema": 1, "problems": [{"problem": "a", "verdict": "better"}]})"),
            blamed("/problems/0/verdict must be no_worse or ignore", "found better"));
  EXPECT_EQ(fault(R"({"schema": 1, "problems": {}})"), blamed("/problems must be an array", "found {}"));
}

TEST(Limits, WantAReasonAndADayOfEveryAllowance) {
  EXPECT_EQ(fault(R"({"schema": 1, "allow": [{"problem": "a", "expires": "2026-01-01"}]})"),
            blamed("/allow/0/reason is missing", ""));
  EXPECT_EQ(fault(R"({"schema": 1, "allow": [{"problem": "a", "reason": "", "expires": "2026-01-01"}]})"),
            blamed("/allow/0/reason must not be empty", "say why it may be worse"));
  for (const std::string day :
       {"2026-02-30", "2027-02-29", "26-01-01", "2026-1-01", "2026-01-01x", "tomorrow", ""}) {
    EXPECT_EQ(
        fault(R"({"schema": 1, "allow": [{"problem": "a", "reason": "r", "expires": ")" + day + "\"}]}"),
        blamed("/allow/0/expires must be a day as YYYY-MM-DD", "found " + day));
  }
  EXPECT_EQ(fault(R"({"schema": 1, "allow": [{"reason": "r", "expires": "2026-01-01"}]})"),
            blamed("/allow/0 must say what it allows",
                   "one of model, language, problem, sample, metric is needed"));
  EXPECT_EQ(
      fault(
          R"({"schema": 1, "allow": [{"metric": "eff@1", "problem": "a", "reason": "r", "expires": "2026-01-01"}]})"),
      blamed("/allow/0 names a metric beside a problem or sample", "an entry allows one of the two"));
}

}  // namespace
}  // namespace effk::gate
