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
