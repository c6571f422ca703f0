// A run that effk 0.1.0 wrote when the schema had version 1: effk run of five samples for the small suite.
#include <gtest/gtest.h>

#include <filesystem>

#include "harness/base/files.h"
#include "harness/store/run_reader.h"
#include "tests/store/scratch_folder.h"

namespace effk::store {
namespace {

record::RunRecord version_1(const ScratchFolder& scratch) {
  std::filesystem::copy_file(EFFK_VERSION_1_RUN, scratch.file("run.effk"));
  auto run = read_run(scratch.file("run.effk"));
  EXPECT_TRUE(run) << error_text(run.error());
  return run ? std::move(*run) : record::RunRecord();
}

TEST(RunOfVersionOne, IsReadWithWhatItHas) {
  const ScratchFolder scratch;
  const record::RunRecord run = version_1(scratch);
  EXPECT_EQ(run.schema_version, 1);
  EXPECT_TRUE(run.complete);
  EXPECT_EQ(run.alpha, 2);
  EXPECT_EQ(run.environment.at("suite"), "small");
  ASSERT_EQ(run.problems.size(), 2U);
  EXPECT_EQ(run.problems[0].problem, "add_up");
  EXPECT_EQ(run.problems[0].levels.size(), 3U);
  ASSERT_EQ(run.references.size(), 3U);
  ASSERT_EQ(run.references[0].cases.size(), 4U);
  EXPECT_EQ(run.references[0].cases[2].cost.value, 960066U);
  EXPECT_EQ(run.references[0].cases[2].frame, 126);
  EXPECT_EQ(run.references[0].cases[2].floor.value, 16875U);
  ASSERT_EQ(run.samples.size(), 5U);
  EXPECT_EQ(run.samples[1].verdict, record::Verdict::budget_exceeded);
  EXPECT_EQ(run.samples[0].cases.back().cost, Instructions{3200066});
  EXPECT_EQ(run.samples[0].cases.back().use.peak_memory_bytes, 1576960U);
}

TEST(RunOfVersionOne, HasNoRivalsAndDoesNotSayWhatItsReferencesUsed) {
  const ScratchFolder scratch;
  const record::RunRecord run = version_1(scratch);
  EXPECT_TRUE(run.rivals.empty());
  for (const record::ProblemRecord& problem : run.problems) EXPECT_TRUE(problem.rivals.empty());
  for (const record::ReferenceRecord& reference : run.references) {
    for (const record::ReferenceCase& one : reference.cases) EXPECT_FALSE(one.use.has_value());
  }
}

TEST(RunOfVersionOne, StaysAsItIsWhenItIsRead) {
  const ScratchFolder scratch;
  (void)version_1(scratch);
  EXPECT_EQ(read_file(scratch.file("run.effk")).value(), read_file(EFFK_VERSION_1_RUN).value());
}

}  // namespace
}  // namespace effk::store
