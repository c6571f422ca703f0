// A gate's decision in every form, with names that want to break each of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "harness/report/benchmark_json.h"
#include "harness/report/gate_json.h"
#include "harness/report/gate_table.h"
#include "harness/report/github.h"
#include "harness/report/junit.h"
#include "tests/report/example_run.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

using gate::Comparison;
using gate::Outcome;
using gate::Reason;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const Sides kSides{"base.effk", "run.effk"};

Comparison worse(std::string model, std::string problem, std::string sample = "0") {
  Comparison one{{std::move(model), "cpp", std::move(problem), std::move(sample)}};
  one.outcome = Outcome::worse;
  Reason reason{Reason::Kind::cost, Outcome::worse};
  reason.level = 3;
  reason.before = 27'127'123;
  reason.after = 27'400'000;
  reason.limit = 27'127.123;
  one.reasons.push_back(std::move(reason));
  return one;
}

Comparison equal(std::string model, std::string problem) {
  Comparison one{{std::move(model), "cpp", std::move(problem), "0"}};
  one.before = one.after = 1;
  return one;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

bool has_control_characters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
  });
}

TEST(GateTable, SaysWhatIsWorseWithTheExactNumbers) {
  gate::RunComparison comparison;
  comparison.problems = 2;
  comparison.samples = {worse("m", "p"), equal("m", "q")};
  const std::string table = gate_table(comparison, kSides, {});
  EXPECT_THAT(table, testing::StartsWith("gate FAILED: 1 worse, 0 better, 1 with no difference resolved\n"));
  EXPECT_THAT(
      table,
      HasSubstr("worse   m/p/cpp/0\n"
                "        level 3 costs 27,400,000 instructions, 272,877 (+1.01%) more than 27,127,123; "
                "tolerated\n        27,127\n"));
  EXPECT_THAT(table, Not(HasSubstr("m/q/cpp")));
  EXPECT_THAT(gate_table(comparison, kSides, {.style = {}, .details = true}), HasSubstr("m/q/cpp"));
}

TEST(GateTable, CutsALongListAndSaysSo) {
  gate::RunComparison comparison;
  for (int i = 0; i < 50; ++i) comparison.samples.push_back(worse("m", "p" + std::to_string(i)));
  EXPECT_THAT(gate_table(comparison, kSides, {}),
              HasSubstr("and 30 more that are worse: --details, --json\n"));
}

TEST(GateForms, LetNoNameCommandATerminalOrBreakALine) {
  gate::RunComparison comparison;
  comparison.samples = {worse(kHostileName, kHostileName, kHostileName)};
  comparison.samples[0].allowed = kHostileName;
  comparison.expired = {kHostileName};
  comparison.notes = {kHostileName};
  for (const std::string& text :
       {gate_table(comparison, kSides, {}), gate_json(comparison, kSides), junit(comparison),
        github_annotations(comparison, kSides), github_summary(comparison, kSides)}) {
    EXPECT_FALSE(has_control_characters(text)) << text;
    EXPECT_THAT(text, Not(HasSubstr("\u202e")));
  }
}

TEST(GateJson, IsReadableAndTellsNumbersExactly) {
  gate::RunComparison comparison;
  comparison.samples = {worse("m", "p")};
  const json read = json::parse(gate_json(comparison, kSides));
  EXPECT_EQ(read["passed"], false);
  EXPECT_EQ(read["counts"]["worse"], 1);
  EXPECT_EQ(read["samples"][0]["fails"], true);
  EXPECT_EQ(read["samples"][0]["reasons"][0]["kind"], "cost");
  EXPECT_EQ(read["samples"][0]["reasons"][0]["after"], 27'400'000);
  EXPECT_FALSE(json::parse(gate_json(comparison, {"a", "b", false})).contains("passed"));
}

TEST(Junit, GivesNoTwoCasesTheSameClassAndName) {
  gate::RunComparison comparison;
  // Names that differ only in what is cut off.
  comparison.samples = {worse("m", "p", std::string(300, 'x') + "1"),
                        worse("m", "p", std::string(300, 'x') + "2")};
  std::set<std::string> cases;
  std::size_t count = 0;
  for (const std::string& line : lines(junit(comparison))) {
    if (line.find("<testcase") == std::string::npos) continue;
    ++count;
    cases.insert(line);
  }
  EXPECT_EQ(count, 2u);
  EXPECT_EQ(cases.size(), 2u);
}

TEST(Github, AnnotatesTheTenWorstAndCountsTheRest) {
  gate::RunComparison comparison;
  for (int i = 0; i < 25; ++i) comparison.samples.push_back(worse("m", "p" + std::to_string(i)));
  const auto all = lines(github_annotations(comparison, kSides));
  ASSERT_EQ(all.size(), 11u);
  EXPECT_THAT(all[0],
              testing::StartsWith("::error title=effk gate%3A m/p0/cpp/0::m/p0/cpp/0: level 3 costs"));
  EXPECT_THAT(all[10], HasSubstr("25 worse"));
  EXPECT_THAT(all[10], HasSubstr("the 10 worst are annotated"));
}

TEST(Github, EscapesWhatAWorkflowCommandReads) {
  gate::RunComparison comparison;
  comparison.samples = {worse("100%,a:b", "p")};
  const auto all = lines(github_annotations(comparison, kSides));
  EXPECT_THAT(all[0],
              testing::StartsWith("::error title=effk gate%3A 100%25%2Ca%3Ab/p/cpp/0::100%25,a:b/p/cpp/0: "));
}

TEST(Github, SummaryStaysBelowTheLimitWhateverItHolds) {
  gate::RunComparison comparison;
  std::string monster;
  for (int i = 0; i < 100; ++i) monster += "|<&\u4e2d\xff\n";
  for (int i = 0; i < 100'000; ++i)
    comparison.samples.push_back(worse("m" + monster, "p" + std::to_string(i)));
  comparison.expired.assign(1000, monster);
  comparison.notes.assign(1000, monster);
  const std::string summary = github_summary(comparison, {monster, monster});
  EXPECT_LT(summary.size(), kGithubSummaryLimit);
  EXPECT_GT(summary.size(), kGithubSummaryLimit / 2);
  EXPECT_THAT(summary, HasSubstr("100000 worse"));
  EXPECT_THAT(summary, testing::ContainsRegex("\\.\\.\\. and [0-9]+ more\n"));
  EXPECT_LT(github_summary(comparison, kSides, 2000).size(), 2000u);
  EXPECT_EQ(github_summary(comparison, kSides, 100), "");
}

TEST(Github, SummaryKeepsItsColumnsWhateverTheNames) {
  gate::RunComparison comparison;
  comparison.samples = {worse("a|b<script>`x`", "p")};
  for (const std::string& line : lines(github_summary(comparison, kSides))) {
    if (line.find("script") == std::string::npos) continue;
    EXPECT_THAT(line, HasSubstr("a\\|b&lt;script&gt;\\`x\\`"));
    return;
  }
  FAIL() << "no row";
}

TEST(BenchmarkJson, HasARowForEverySampleWithAWholeCost) {
  const record::RunRecord run = example_run();
  const score::RunScores scores = scored(run);
  const json google = json::parse(google_benchmark(run, scores));
  ASSERT_EQ(google["benchmarks"].size(), 2u);
  EXPECT_EQ(google["benchmarks"][0]["name"], "good/alpha_sum/cpp/0");
  EXPECT_EQ(google["benchmarks"][0]["cpu_time"], 40'000'000);
  EXPECT_EQ(google["benchmarks"][0]["instructions"], 40'000'000);
  const json costs = json::parse(action_benchmark_costs(run, scores));
  ASSERT_EQ(costs.size(), 2u);
  EXPECT_EQ(costs[0]["value"], 40'000'000);
  EXPECT_EQ(costs[0]["unit"], "instructions");
  EXPECT_EQ(json::parse(action_benchmark_costs(timed_run(), scores))[0]["unit"], "ns");
}

TEST(BenchmarkJson, HasTheSumOfEachEventUnlessACaseLacksIt) {
  record::RunRecord run = example_run();
  run.environment["events"] = "PAGE_FAULTS,BRANCHES";
  for (record::SampleRecord& sample : run.samples) {
    for (record::CaseRecord& one : sample.cases) one.use.events = {{"PAGE_FAULTS", 3}, {"BRANCHES", 5}};
    if (!sample.cases.empty()) sample.cases[0].use.events.erase("BRANCHES");
  }
  const json row = json::parse(google_benchmark(run, scored(run)))["benchmarks"][0];
  EXPECT_EQ(row["PAGE_FAULTS"], 12);
  EXPECT_FALSE(row.contains("BRANCHES"));
}

TEST(BenchmarkJson, OfScoresHasEachMetricOfEachModel) {
  const score::RunScores scores = scored(example_run());
  const json read = json::parse(action_benchmark_scores(scores));
  std::size_t metrics = 0;
  for (const score::ModelScores& model : scores.models) metrics += model.metrics.size();
  EXPECT_EQ(read.size(), metrics);
  EXPECT_EQ(read[0]["name"], scores.models[0].metrics[0].name + " of good (cpp)");
  EXPECT_EQ(read[0]["value"], scores.models[0].metrics[0].value);
}

}  // namespace
}  // namespace effk::report
