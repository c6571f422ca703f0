// Runs that effk 0.1.0 wrote when the schema had older versions: effk run of five samples for the small
// suite.
#include <gtest/gtest.h>

#include <filesystem>

#include "harness/base/files.h"
#include "harness/store/run_reader.h"
#include "tests/store/old_run.h"
#include "tests/store/scratch_folder.h"

namespace effk::store {
namespace {

class RunOfOldVersion : public testing::TestWithParam<int> {
 protected:
  RunOfOldVersion() { make_old_run(GetParam(), scratch_.file("run.effk")); }

  record::RunRecord read() const {
    auto run = read_run(scratch_.file("run.effk"));
    EXPECT_TRUE(run) << error_text(run.error());
    return run ? std::move(*run) : record::RunRecord();
  }

  ScratchFolder scratch_;
};

TEST_P(RunOfOldVersion, IsReadWithWhatItHas) {
  const record::RunRecord run = read();
  EXPECT_EQ(run.schema_version, GetParam());
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
  EXPECT_GT(run.samples[0].cases.back().use.peak_memory_bytes, 1'000'000U);
}

TEST_P(RunOfOldVersion, SaysNothingOfWhatItsVersionDidNotKeep) {
  const record::RunRecord run = read();
  const bool has_rivals = GetParam() >= 2;
  const bool has_statements = GetParam() >= 3;
  EXPECT_EQ(run.rivals.empty(), !has_rivals);
  for (const record::ProblemRecord& problem : run.problems) {
    EXPECT_EQ(problem.rivals.empty(), !has_rivals);
    EXPECT_EQ((problem.title + problem.kind + problem.statement).empty(), !has_statements);
    EXPECT_EQ(problem.signatures.empty(), !has_statements);
  }
  for (const record::ReferenceRecord& reference : run.references) {
    EXPECT_EQ(reference.code.empty(), !has_statements);
    for (const record::ReferenceCase& one : reference.cases) {
      EXPECT_EQ(one.use.has_value(), has_rivals);
      EXPECT_EQ(one.arguments_digest.empty(), !has_statements);
      EXPECT_TRUE(!one.use || one.use->events.empty());
    }
  }
  for (const record::SampleRecord& sample : run.samples) {
    EXPECT_FALSE(sample.reused);
    for (const record::CaseRecord& one : sample.cases) EXPECT_TRUE(one.use.events.empty());
  }
}

TEST_P(RunOfOldVersion, StaysAsItIsWhenItIsRead) {
  const std::string before = read_file(scratch_.file("run.effk")).value();
  (void)read();
  EXPECT_EQ(read_file(scratch_.file("run.effk")).value(), before);
}

INSTANTIATE_TEST_SUITE_P(, RunOfOldVersion, testing::Values(1, 2, 3),
                         [](const auto& one) { return "Version" + std::to_string(one.param); });

}  // namespace
}  // namespace effk::store
