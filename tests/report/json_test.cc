#include "harness/report/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "harness/report/samples_json.h"
#include "tests/report/example_run.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

using nlohmann::json;

json parsed(const record::RunRecord& run, const score::ScoreOptions& options = {}) {
  return json::parse(effk::report::json(run, scored(run, options)));
}

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(Json, HasThePromisedMembers) {
  const auto report = parsed(example_run());
  EXPECT_EQ(report["schema"], 1);
  EXPECT_EQ(report["suite"], "tiny");
  EXPECT_EQ(report["instrument"], "icount");
  ASSERT_EQ(report["models"].size(), 2U);
  const auto& slow = report["models"][1];
  EXPECT_EQ(slow["model"], "slow");
  EXPECT_EQ(slow["language"], "cpp");
  EXPECT_EQ(slow["problems"], 2);
  EXPECT_EQ(slow["missing"], nlohmann::json({"beta_walk"}));
  EXPECT_EQ(slow["samples"], 2);
  for (const char* metric : {"eff@1", "pass@1", "efficient@1"}) {
    for (const char* part : {"value", "low", "high"})
      EXPECT_TRUE(slow["metrics"][metric][part].is_number()) << metric << part;
  }
  EXPECT_EQ(slow["metrics"].count("eff@5"), 0U);
  EXPECT_EQ(report["environment"]["cpu"], "a CPU");
}

TEST(Json, NamesCostAndUnitOfARun) {
  const auto counted = parsed(example_run());
  EXPECT_EQ(counted["cost"], "instructions");
  EXPECT_EQ(counted["unit"], "instructions");
  const auto timed = parsed(timed_run());
  EXPECT_EQ(timed["cost"], "time");
  EXPECT_EQ(timed["unit"], "ns");
  const auto defines = [](const nlohmann::json& report) {
    for (const auto& one : report["definitions"]) {
      if (one["id"] == "location/hodges-lehmann-1963") return true;
    }
    return false;
  };
  EXPECT_TRUE(defines(timed));
  EXPECT_FALSE(defines(counted));
}

TEST(SamplesJson, NamesTheUnitOfTimesOnEveryLine) {
  const record::RunRecord run = timed_run();
  for (const auto& line : lines_of(samples_json(run, scored(run)))) {
    EXPECT_EQ(line["cost"], "time");
    EXPECT_EQ(line["unit"], "ns");
  }
  for (const auto& line : lines_of(samples_json(example_run(), scored(example_run()))))
    EXPECT_EQ(line.count("unit"), 0U);
}

TEST(Json, BringsTheSameNumbersBack) {
  const record::RunRecord run = example_run();
  const score::RunScores scores = scored(run);
  const auto report = nlohmann::json::parse(effk::report::json(run, scores));
  for (std::size_t m = 0; m < scores.models.size(); ++m) {
    for (const score::Metric& metric : scores.models[m].metrics) {
      if (metric.name == "complete") continue;
      const auto& found = report["models"][m]["metrics"][metric.name];
      EXPECT_EQ(found["value"].get<double>(), metric.value);
      EXPECT_EQ(found["low"].get<double>(), metric.low);
      EXPECT_EQ(found["high"].get<double>(), metric.high);
    }
  }
}

TEST(Json, IsAsciiAndValidWhateverTheRecordHolds) {
  record::RunRecord run = example_run();
  run.samples[0].model = kHostileName;
  run.environment["cpu\xff"] = kHostileName;
  run.warnings = {kHostileName};
  const std::string whole = effk::report::json(run, scored(run)) + samples_json(run, scored(run));
  for (const char byte : whole) ASSERT_TRUE(byte == '\n' || (byte >= 0x20 && byte < 0x7f));
  const auto report = parsed(run);
  const auto name = report["models"][0]["model"].get<std::string>();
  EXPECT_THAT(name, testing::StartsWith("=cmd\x1b]0;owned"));
  EXPECT_EQ(lines_of(samples_json(run, scored(run))).size(), run.samples.size());
}

TEST(SamplesJson, HasALineASampleWithNullForWhatIsNotKnown) {
  const record::RunRecord run = example_run();
  const auto lines = lines_of(samples_json(run, scored(run)));
  ASSERT_EQ(lines.size(), run.samples.size());
  EXPECT_EQ(lines[1], nlohmann::json::parse(R"({"model": "good", "problem": "alpha_sum", "sample": "1",
      "language": "cpp", "verdict": "budget_exceeded", "passed": true, "score": 0.15,
      "levels": [null, 0.5, 0.0, 0.0], "costs": [[1000000], [25000000], [null], [null]]})"));
}

TEST(SamplesJson, HasTheMembersInThePromisedOrder) {
  const record::RunRecord run = example_run();
  const std::string text = samples_json(run, scored(run));
  const auto first = nlohmann::ordered_json::parse(text.substr(0, text.find('\n')));
  std::vector<std::string> keys;
  for (const auto& [key, value] : first.items()) keys.push_back(key);
  EXPECT_THAT(keys, testing::ElementsAre("model", "problem", "sample", "language", "verdict", "passed",
                                         "score", "levels", "costs"));
}

TEST(SamplesJson, HasScoresThatFollowFromItsLevels) {
  record::RunRecord run = example_run();
  run.samples[0].cases[2].cost = Instructions{12'345'678};
  run.samples[0].cases[3].cost = Instructions{3'333'333};
  const double weights[] = {0, 3, 3, 4};
  for (const auto& line : lines_of(samples_json(run, scored(run)))) {
    double sum = 0;
    for (std::size_t level = 1; level < 4; ++level)
      sum += weights[level] * line["levels"][level].get<double>();
    EXPECT_NEAR(line["score"].get<double>(), sum / 10, 1e-12);
  }
}

TEST(SamplesJson, HoldsNothingThatChangesBetweenEqualRuns) {
  const record::RunRecord run = example_run();
  record::RunRecord again = example_run();
  std::swap(again.samples[0], again.samples[4]);
  again.environment["kernel"] = "another";
  again.warnings = {"a busy machine"};
  for (record::SampleRecord& one : again.samples) {
    one.detail += " at 0x7ffe";
    for (record::CaseRecord& each : one.cases) each.use = {1, 2, 3, 4};
  }
  again.samples[3].cases[1].total = {99};  // where a crash cut the work off
  EXPECT_EQ(samples_json(again, scored(again)), samples_json(run, scored(run)));
}

}  // namespace
}  // namespace effk::report
