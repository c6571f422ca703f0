// CSV is read back by another program: Python's csv module.
#include "harness/report/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/example_run.h"
#include "tests/report/read_csv.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

class Csv : public CsvTest {};

TEST(CsvOfSamples, HasTheUnitOfTimesInItsHeadings) {
  const record::RunRecord run = timed_run();
  EXPECT_THAT(samples_csv(run, scored(run)),
              testing::StartsWith("model,problem,sample,language,verdict,passed,score,score_0,cost_ns_0,"));
  EXPECT_THAT(samples_csv(example_run(), scored(example_run())), testing::HasSubstr(",score_0,cost_0,"));
}

TEST_F(Csv, OfModelsBringsTheSameNumbersBack) {
  const record::RunRecord run = example_run();
  const score::RunScores scores = scored(run);
  const Rows rows = read(models_csv(scores));
  ASSERT_EQ(rows.size(), 1 + scores.models.size());
  for (std::size_t m = 0; m < scores.models.size(); ++m) {
    ASSERT_EQ(rows[m + 1].size(), rows[0].size());
    EXPECT_EQ(rows[m + 1][0], scores.models[m].model);
    for (const score::Metric& metric : scores.models[m].metrics) {
      const auto column = std::find(rows[0].begin(), rows[0].end(), metric.name);
      ASSERT_NE(column, rows[0].end()) << metric.name;
      const auto index = static_cast<std::size_t>(column - rows[0].begin());
      EXPECT_EQ(std::stod(rows[m + 1][index]), metric.value);
      EXPECT_EQ(std::stod(rows[m + 1][index + 1]), metric.low);
      EXPECT_EQ(std::stod(rows[m + 1][index + 2]), metric.high);
    }
  }
}

TEST_F(Csv, LeavesAMetricEmptyThatOneModelHasNotEnoughSamplesFor) {
  record::RunRecord run = example_run();
  for (int i = 2; i < 5; ++i) {
    for (const char* problem : {"alpha_sum", "beta_walk"})
      run.samples.push_back(sample("good", problem, std::to_string(i), run.samples[0].cases));
  }
  const Rows rows = read(models_csv(scored(run)));
  const auto column = std::find(rows.at(0).begin(), rows.at(0).end(), "eff@5");
  ASSERT_NE(column, rows[0].end());
  const auto index = static_cast<std::size_t>(column - rows[0].begin());
  EXPECT_NE(rows.at(1)[index], "");
  EXPECT_EQ(rows.at(2)[index], "");
}

TEST_F(Csv, OfSamplesHasARowASample) {
  const record::RunRecord run = example_run();
  const Rows rows = read(samples_csv(run, scored(run)));
  ASSERT_EQ(rows.size(), 1 + run.samples.size());
  EXPECT_THAT(rows[0], testing::ElementsAre("model", "problem", "sample", "language", "verdict", "passed",
                                            "score", "score_0", "cost_0", "score_1", "cost_1", "score_2",
                                            "cost_2", "score_3", "cost_3"));
  EXPECT_THAT(rows[2], testing::ElementsAre("good", "alpha_sum", "1", "cpp", "budget_exceeded", "true",
                                            "0.15", "", "1000000", "0.5", "25000000", "0", "", "0", ""));
}

TEST_F(Csv, KeepsTheColumnsOfAHostileName) {
  record::RunRecord run = example_run();
  run.samples[0].model = kHostileName;
  run.samples[0].sample = "a,\"b\"";
  for (const std::string& csv : {models_csv(scored(run)), samples_csv(run, scored(run))}) {
    for (const auto& row : read(csv)) EXPECT_GT(row.size(), 6U);
    for (const char byte : csv) EXPECT_TRUE(byte == '\r' || byte == '\n' || (byte >= 0x20 && byte < 0x7f));
  }
  const Rows rows = read(samples_csv(run, scored(run)));
  ASSERT_EQ(rows.size(), 1 + run.samples.size());
  EXPECT_EQ(rows[1][0], "'=cmd\\x1b]0;owned\\x07\\xff\\u{9b}2J, \"x\"\\x0d\\x0a\\u{202e}evil\\x7f");
  EXPECT_EQ(rows[1][2], "a,\"b\"");
}

TEST(CsvFormula, CannotBeginACell) {
  for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
    record::RunRecord run = example_run();
    for (record::SampleRecord& one : run.samples) one.model = name;
    EXPECT_THAT(models_csv(scored(run)), testing::HasSubstr("\r\n'" + std::string(name) + ",cpp,"));
  }
}

}  // namespace
}  // namespace effk::report
