#include "harness/importers/suite_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "harness/suite/suite.h"

namespace effk::importers {
namespace {

namespace fs = std::filesystem;
using suite::Language;

SuiteFiles small_suite() {
  SuiteFiles suite;
  suite.name = "small";
  suite.load = suite::LoadPolicy::free;
  suite.correctness_slack = 1234;
  ProblemFiles& files = suite.problems.emplace_back();
  suite::Problem& problem = files.problem;
  problem.id = "Twice_1";
  problem.aliases = {"Twice/1"};
  problem.title = "Twice";
  problem.statement = "Double it.\n";
  problem.prompt = "def twice(x):\n";
  problem.selected = false;
  problem.signature = {
      "twice", {{"x", value::parse_type("any").value()}}, value::parse_type("list[any]").value()};
  problem.levels = {{0, 2, {{Language::python, 3}}}, {1.5, 1, {{Language::python, 40}}}};
  problem.challenge = suite::Challenge::implementation;
  problem.tags = {"a", "b"};
  problem.limits = {true, std::uint64_t{64} << 20, std::uint64_t{8} << 20};
  problem.tolerance = {0.5, 0.25};
  problem.checker = suite::Checker::generator;
  problem.slow_below = 0.25;
  problem.generator_language = Language::python;
  files.generator = "def generate(case): return case.size,\n";
  files.solutions = {{"reference.py", "def twice(x): return [x, x]\n"}, {"slow_way.py", "x = 1\n"}};
  return suite;
}

class WriteSuite : public testing::Test {
 protected:
  fs::path target() const { return folder_.path() / "suite"; }
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), {}));
  }
  TemporaryFolder folder_ = TemporaryFolder::beneath(fs::temp_directory_path()).value();
};

TEST_F(WriteSuite, WritesWhatIsReadBackAlike) {
  const SuiteFiles wanted = small_suite();
  const auto written = write_suite(wanted, target());
  ASSERT_TRUE(written) << error_text(written.error());
  const auto suite = suite::load_suite(target());
  ASSERT_TRUE(suite) << error_text(suite.error());
  EXPECT_EQ(suite->name, "small");
  EXPECT_EQ(suite->load, suite::LoadPolicy::free);
  EXPECT_EQ(suite->correctness_slack, 1234u);
  const suite::Problem& read = *suite->find("Twice/1");
  const suite::Problem& problem = wanted.problems[0].problem;
  EXPECT_EQ(read.id, problem.id);
  EXPECT_EQ(read.title, problem.title);
  EXPECT_EQ(read.statement, problem.statement);
  EXPECT_EQ(read.prompt, problem.prompt);
  EXPECT_EQ(read.selected, problem.selected);
  EXPECT_EQ(read.tags, problem.tags);
  EXPECT_EQ(read.challenge, problem.challenge);
  EXPECT_EQ(read.tolerance, problem.tolerance);
  EXPECT_EQ(read.checker, problem.checker);
  EXPECT_EQ(read.slow_below, problem.slow_below);
  EXPECT_EQ(read.limits.overflow, problem.limits.overflow);
  EXPECT_EQ(read.limits.memory_bytes, problem.limits.memory_bytes);
  EXPECT_EQ(read.limits.output_bytes, problem.limits.output_bytes);
  EXPECT_EQ(suite::to_source(read.signature, Language::python),
            suite::to_source(problem.signature, Language::python));
  ASSERT_EQ(read.levels.size(), 2u);
  EXPECT_EQ(read.levels[1].weight, 1.5);
  EXPECT_EQ(read.levels[1].cases, 1);
  EXPECT_EQ(read.levels[1].size.at(Language::python), 40);
  EXPECT_EQ(read.languages, std::vector{Language::python});
  EXPECT_EQ(read_file(read.generator).value(), wanted.problems[0].generator);
  EXPECT_EQ(suite::solution_files(read)->size(), 2u);
  EXPECT_EQ(entries(), 1u) << "something was left beside it";
}

TEST_F(WriteSuite, TakesAnEmptyFolderThatIsThere) {
  fs::create_directory(target());
  EXPECT_TRUE(write_suite(small_suite(), target() / ""));
  EXPECT_TRUE(fs::exists(target() / "problems/suite.json"));
}

TEST_F(WriteSuite, RefusesToWriteOverAnything) {
  fs::create_directory(target());
  ASSERT_TRUE(write_file_atomically(target() / "mine", "x"));
  const auto refused = write_suite(small_suite(), target());
  ASSERT_FALSE(refused);
  EXPECT_EQ(exit_status(refused.error().kind), 2);
  EXPECT_EQ(error_text(refused.error()),
            "effk: error: " + target().string() +
                " is already there\n"
                "  why:  it is a folder with something in it\n"
                "  next: name a folder that does not exist, or remove this one\n");
  EXPECT_EQ(read_file(target() / "mine").value(), "x");
  const auto file = write_suite(small_suite(), target() / "mine");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().why, "it is no folder");
}

TEST_F(WriteSuite, SaysWhichFolderIsMissingAbove) {
  const auto refused = write_suite(small_suite(), folder_.path() / "not" / "there");
  ASSERT_FALSE(refused);
  EXPECT_EQ(error_text(refused.error()),
            "effk: error: cannot create " + (folder_.path() / "not" / "there").string() +
                "\n  why:  " + (folder_.path() / "not").string() + " is no folder\n  next: mkdir -p " +
                (folder_.path() / "not").string() + "\n");
}

TEST_F(WriteSuite, LeavesNothingBehindWhenWhatItWasGivenIsNoSuite) {
  SuiteFiles suite = small_suite();
  suite.problems[0].problem.levels.pop_back();
  const auto refused = write_suite(suite, target());
  ASSERT_FALSE(refused);
  EXPECT_EQ(exit_status(refused.error().kind), 70);
  EXPECT_THAT(refused.error().why,
              testing::HasSubstr("/levels must have level 0 and at least one measured level"));
  EXPECT_EQ(entries(), 0u);
  suite.problems[0].problem.id = "../escaped";
  EXPECT_FALSE(write_suite(suite, target()));
  EXPECT_EQ(entries(), 0u);
  EXPECT_FALSE(fs::exists(folder_.path().parent_path() / "escaped"));
}

}  // namespace
}  // namespace effk::importers
