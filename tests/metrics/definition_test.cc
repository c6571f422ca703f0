#include "metrics/definition.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

namespace effk::metrics {
namespace {

// Stored reports name these; a changed formula needs a new id, never a changed meaning.
TEST(Definition, KeepsTheIdsThatStoredReportsName) {
  EXPECT_EQ(kEffAtK.id, "eff@k/enamel-2025");
  EXPECT_EQ(kPassAtK.id, "pass@k/humaneval-2021");
  EXPECT_EQ(kEfficientAtK.id, "efficient@k/coffe-2025");
  EXPECT_EQ(kCoffeSpeedup.id, "speedup/coffe-2025");
  EXPECT_EQ(kDps.id, "dps/evalperf-2024");
  EXPECT_EQ(kDpsNorm.id, "dps-norm/evalperf-2024");
  EXPECT_EQ(kBeyond.id, "beyond/mercury-2024");
  EXPECT_EQ(kBeyondFirstK.id, "beyond-first-k/mercury-2024");
  EXPECT_EQ(kNormalizedMean.id, "normalized-mean-of-ratios/effibench-2024");
  EXPECT_EQ(kNormalizedSum.id, "normalized-ratio-of-sums/effibench-2024");
  EXPECT_EQ(kPieSpeedup.id, "speedup@k/pie-2024");
  EXPECT_EQ(kPieOptimized.id, "opt@k/pie-2024");
  EXPECT_EQ(kPieCorrect.id, "correct@k/pie-2024");
  EXPECT_EQ(kPieSpeedupFirstK.id, "speedup-first-k/pie-2024");
  EXPECT_EQ(kPieOptimizedFirstK.id, "opt-first-k/pie-2024");
  EXPECT_EQ(kPieCorrectFirstK.id, "correct-first-k/pie-2024");
  EXPECT_EQ(kNAtK.id, "n@k/alphacode-2022");
  EXPECT_EQ(kInterval.id, "interval/bootstrap-percentile-1993");
  EXPECT_EQ(kRatioInterval.id, "ratio-interval/bootstrap-percentile-1993");
}

TEST(Definition, HasOneIdEachOfTheFormNameOriginYear) {
  std::set<std::string> ids;
  const std::regex form("[a-z@-]+/[a-z-]+-[0-9]{4}");
  for (const Definition& definition : kDefinitions) {
    const std::string id(definition.id);
    EXPECT_TRUE(std::regex_match(id, form)) << id;
    EXPECT_TRUE(ids.insert(id).second) << id << " is used twice";
    EXPECT_FALSE(definition.summary.empty()) << id;
    EXPECT_FALSE(definition.source.empty()) << id;
  }
}

}  // namespace
}  // namespace effk::metrics
