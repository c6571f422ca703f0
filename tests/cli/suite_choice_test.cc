#include "harness/cli/suite_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/suite/suite_folder.h"

namespace effk::cli {
namespace {

using testing::ElementsAre;

class SuiteChoice : public testing::Test {
 protected:
  SuiteChoice() : before_(std::filesystem::current_path()) {
    ::unsetenv("EFFK_SUITE");
    name(asked_, "asked");
    name(variable_, "variable");
    name(current_, "current");
  }
  ~SuiteChoice() override {
    ::unsetenv("EFFK_SUITE");
    std::filesystem::current_path(before_);
  }

  static void name(const suite::SuiteFolder& folder, const std::string& name) {
    folder.write("problems/suite.json", R"({"schema": 1, "name": ")" + name + "\"}");
  }
  static std::string opened(const std::string& asked) {
    const auto suite = open_suite(asked);
    return suite ? suite->name : error_text(suite.error());
  }

  suite::SuiteFolder asked_, variable_, current_;
  std::filesystem::path before_;
};

TEST_F(SuiteChoice, IsTheOneAskedForBeforeAnyOther) {
  ::setenv("EFFK_SUITE", variable_.path().c_str(), 1);
  std::filesystem::current_path(current_.path());
  EXPECT_EQ(opened(asked_.path()), "asked");
}

TEST_F(SuiteChoice, IsTheVariablesBeforeTheCurrentFolder) {
  std::filesystem::current_path(current_.path());
  ::setenv("EFFK_SUITE", variable_.path().c_str(), 1);
  EXPECT_EQ(opened(""), "variable");
  ::setenv("EFFK_SUITE", "", 1);
  EXPECT_EQ(opened(""), "current");
}

TEST_F(SuiteChoice, IsTheInstalledOneAtLast) {
  const auto nowhere = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
  std::filesystem::current_path(nowhere.path());
  EXPECT_EQ(opened(""), "effk");
}

TEST_F(SuiteChoice, ThatIsNoSuiteSaysWhatToDo) {
  EXPECT_EQ(opened("/nowhere"),
            "effk: error: /nowhere is not a suite\n  why:  it has no problems/suite.json\n"
            "  next: give the folder of a suite: --suite DIR\n");
}

TEST_F(SuiteChoice, SelectsNamedProblemsOnceAndSorted) {
  for (const char* id : {"beta", "alpha"}) asked_.add(id, suite::good_problem());
  const auto suite = open_suite(asked_.path()).value();
  EXPECT_THAT(select_problems(suite, {}).value(), ElementsAre("alpha", "beta", "pair_sums"));
  EXPECT_THAT(select_problems(suite, {"pair_sums", "alpha", "alpha"}).value(),
              ElementsAre("alpha", "pair_sums"));
  const auto unknown = select_problems(suite, {"alpha", "bet"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(error_text(unknown.error()),
            "effk: error: unknown problem 'bet'\n  next: did you mean 'beta'? all of them: effk list\n");
}

TEST_F(SuiteChoice, SelectsWhatTheSuiteSelectsUnlessNamedOrAskedForAll) {
  nlohmann::json apart = suite::good_problem();
  apart["selected"] = false;
  asked_.add("apart", apart);
  const auto suite = open_suite(asked_.path()).value();
  EXPECT_THAT(select_problems(suite, {}).value(), ElementsAre("pair_sums"));
  EXPECT_THAT(select_problems(suite, {"all"}).value(), ElementsAre("apart", "pair_sums"));
  EXPECT_THAT(select_problems(suite, {"apart"}).value(), ElementsAre("apart"));
}

}  // namespace
}  // namespace effk::cli
