#include "harness/suite/suite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/suite/suite_folder.h"

namespace effk::suite {
namespace {

using testing::ElementsAre;

std::vector<std::string> ids_of(const Suite& suite) {
  std::vector<std::string> ids;
  for (const Problem& problem : suite.problems) ids.push_back(problem.id);
  return ids;
}

std::string fault_of(const SuiteFolder& folder) {
  const auto suite = load_suite(folder.path());
  return suite ? "no fault" : error_text(suite.error());
}

TEST(LoadSuite, ReadsEveryProblemInTheOrderOfIds) {
  const SuiteFolder folder;
  for (const char* id : {"zeta", "alpha"}) folder.add(id, good_problem());
  const auto suite = load_suite(folder.path());
  ASSERT_TRUE(suite) << error_text(suite.error());
  EXPECT_EQ(suite->name, "test");
  EXPECT_EQ(suite->load, LoadPolicy::charged);
  EXPECT_THAT(ids_of(*suite), ElementsAre("alpha", "pair_sums", "zeta"));
  ASSERT_NE(suite->find("zeta"), nullptr);
  EXPECT_EQ(suite->find("zeta")->id, "zeta");
  EXPECT_EQ(suite->find("zet"), nullptr);
}

TEST(LoadSuite, ReadsPolicyAndPreloadedModules) {
  const SuiteFolder folder;
  folder.write("problems/suite.json",
               R"({"schema": 1, "name": "x", "load": "free", "python": {"preload": ["numpy"]}})");
  const auto suite = load_suite(folder.path());
  ASSERT_TRUE(suite) << error_text(suite.error());
  EXPECT_EQ(suite->load, LoadPolicy::free);
  EXPECT_THAT(suite->python_preload, ElementsAre("numpy"));
}

TEST(LoadSuite, SaysWhyAFolderIsNoSuite) {
  const auto empty = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
  const auto refused = load_suite(empty.path());
  ASSERT_FALSE(refused);
  EXPECT_EQ(exit_status(refused.error().kind), 3);
  EXPECT_EQ(error_text(refused.error()), "effk: error: " + empty.path().string() +
                                             " is not a suite\n  why:  it has no problems/suite.json\n"
                                             "  next: give the folder of a suite: --suite DIR\n");
}

TEST(LoadSuite, RefusesASuiteWithoutProblems) {
  const SuiteFolder folder;
  std::filesystem::remove_all(folder.path() / "problems" / "pair_sums");
  EXPECT_EQ(fault_of(folder), "effk: error: the suite " + folder.path().string() +
                                  " has no problems\n  why:  no folder lies beneath problems/\n");
}

TEST(LoadSuite, RefusesUnknownWordsInItsOwnFile) {
  const SuiteFolder folder;
  folder.write("problems/suite.json", R"({"schema": 1, "name": "x", "loads": "free"})");
  EXPECT_EQ(fault_of(folder),
            "effk: error: problems/suite.json: /loads is not a known member\n"
            "  why:  did you mean 'load'? known here: schema, name, load, correctness_slack, python\n");
  folder.write("problems/suite.json", R"({"schema": 1, "name": "x", "load": "cheap"})");
  EXPECT_EQ(fault_of(folder),
            "effk: error: problems/suite.json: /load must be \"charged\" or \"free\"\n"
            "  why:  found \"cheap\"\n");
}

TEST(LoadSuite, RefusesAFolderThatIsNoIdentifier) {
  const SuiteFolder folder;
  folder.add("two-sums", good_problem());
  EXPECT_EQ(
      fault_of(folder),
      "effk: error: problems/two-sums/problem.json: / lies in a folder whose name is not an identifier\n"
      "  why:  found 'two-sums'\n");
}

TEST(LoadSuite, DigestChangesWithAnyProblem) {
  const SuiteFolder folder;
  const std::string before = load_suite(folder.path())->digest;
  EXPECT_EQ(load_suite(folder.path())->digest, before);
  folder.add("other", good_problem());
  const std::string with_other = load_suite(folder.path())->digest;
  EXPECT_NE(with_other, before);
  nlohmann::json changed = good_problem();
  changed["slow_below"] = 0.25;
  folder.add("other", changed);
  EXPECT_NE(load_suite(folder.path())->digest, with_other);
}

TEST(FindProblem, SuggestsTheNearestId) {
  const SuiteFolder folder;
  const auto suite = load_suite(folder.path()).value();
  EXPECT_EQ(find_problem(suite, "pair_sums").value()->id, "pair_sums");
  const auto misspelt = find_problem(suite, "pair_sum");
  ASSERT_FALSE(misspelt);
  EXPECT_EQ(error_text(misspelt.error()),
            "effk: error: unknown problem 'pair_sum'\n"
            "  next: did you mean 'pair_sums'? all of them: effk list\n");
  const auto unlike = find_problem(suite, "knapsack");
  ASSERT_FALSE(unlike);
  EXPECT_EQ(error_text(unlike.error()),
            "effk: error: unknown problem 'knapsack'\n  next: all of them: effk list\n");
}

TEST(SolutionFiles, AreSortedByLanguageAndNameAndLeaveOutTheRest) {
  const SuiteFolder folder;
  for (const char* name :
       {"wrong_sign.py", "reference.py", "slow_pairs.cpp", "reference.cpp", "baseline.py", "notes.md"})
    folder.write(std::string("references/pair_sums/") + name, "x");
  const auto files = solution_files(load_suite(folder.path()).value().problems[0]);
  ASSERT_TRUE(files) << error_text(files.error());
  std::vector<std::string> names;
  for (const SolutionFile& file : *files)
    names.push_back(std::string(to_string(file.language)) + " " + file.name);
  EXPECT_THAT(names, ElementsAre("cpp reference", "cpp slow_pairs", "python baseline", "python reference",
                                 "python wrong_sign"));
  EXPECT_TRUE((*files)[0].is_reference());
  EXPECT_TRUE((*files)[1].is_slow());
  EXPECT_TRUE((*files)[2].is_baseline());
  EXPECT_TRUE((*files)[4].is_wrong());
}

TEST(SolutionFiles, NameTheFolderThatIsMissing) {
  const SuiteFolder folder;
  const auto files = solution_files(load_suite(folder.path()).value().problems[0]);
  ASSERT_FALSE(files);
  EXPECT_EQ(error_text(files.error()), "effk: error: cannot list " +
                                           (folder.path() / "references/pair_sums").string() +
                                           "\n  why:  No such file or directory\n");
}

TEST(LoadSuite, FindsProblemsByAliasAndRefusesANameOfTwo) {
  const SuiteFolder folder;
  nlohmann::json named = good_problem();
  named["aliases"] = {"Other/1"};
  folder.add("other", named);
  const auto suite = load_suite(folder.path());
  ASSERT_TRUE(suite) << error_text(suite.error());
  EXPECT_EQ(suite->find("Other/1"), suite->find("other"));
  named["aliases"] = {"pair_sums"};
  folder.add("other", named);
  EXPECT_EQ(fault_of(folder),
            "effk: error: problems/other/problem.json: /aliases has a name that is taken\n"
            "  why:  'pair_sums' is a name of problem pair_sums\n");
}

TEST(LoadSuite, ReadsTheSlackOfLevelZero) {
  const SuiteFolder folder;
  EXPECT_EQ(load_suite(folder.path())->correctness_slack, 0u);
  folder.write("problems/suite.json", R"({"schema": 1, "name": "x", "correctness_slack": 5000})");
  EXPECT_EQ(load_suite(folder.path())->correctness_slack, 5000u);
}

}  // namespace
}  // namespace effk::suite
