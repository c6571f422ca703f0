// ENAMEL's own problem file, where somebody has it: EFFK_PEER_DATA names a folder with enamel/enamel.csv.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "harness/base/temporary_folder.h"
#include "harness/importers/enamel.h"

namespace effk::importers {
namespace {

TEST(ImportEnamel, TakesAllOfItsProblemsAndSelectsItsDefaultSubset) {
  const char* const folder = std::getenv("EFFK_PEER_DATA");
  if (folder == nullptr) GTEST_SKIP() << "EFFK_PEER_DATA is not set";
  const std::filesystem::path file = std::filesystem::path(folder) / "enamel/enamel.csv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is missing";
  const auto import = read_enamel({file});
  ASSERT_TRUE(import) << error_text(import.error());
  const auto& problems = import->suite.problems;
  EXPECT_EQ(problems.size(), 164u);
  EXPECT_EQ(std::count_if(problems.begin(), problems.end(), [](const auto& p) { return p.problem.selected; }),
            142);
  const auto place = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
  const auto written = write_suite(import->suite, place.path() / "suite");
  EXPECT_TRUE(written) << error_text(written.error());
}

}  // namespace
}  // namespace effk::importers
