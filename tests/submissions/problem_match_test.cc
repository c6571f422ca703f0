#include "harness/submissions/problem_match.h"

#include <gtest/gtest.h>

namespace effk::submissions {
namespace {

suite::Suite suite_of(const std::vector<std::pair<std::string, std::vector<std::string>>>& problems) {
  suite::Suite suite;
  for (const auto& [id, aliases] : problems) {
    suite::Problem problem;
    problem.id = id;
    problem.aliases = aliases;
    suite.problems.push_back(problem);
  }
  return suite;
}

std::string id_of(const suite::Problem* problem) {
  return problem == nullptr ? "(none)" : problem->id;
}

TEST(ProblemMatch, IsByIdThenAliasThenTheIdWithUnderscores) {
  const suite::Suite suite = suite_of({{"a_1", {"b-2"}}, {"b_2", {"x/1", "a_1"}}, {"two_sum", {}}});
  const ProblemIndex index(suite);
  EXPECT_EQ(id_of(index.by_name("a_1")), "a_1");
  EXPECT_EQ(id_of(index.by_name("b-2")), "a_1");
  EXPECT_EQ(id_of(index.by_name("b/2")), "b_2");
  EXPECT_EQ(id_of(index.by_name("two-sum")), "two_sum");
  EXPECT_EQ(id_of(index.by_name("two sums")), "(none)");
  EXPECT_EQ(id_of(index.by_name("")), "(none)");
}

TEST(ProblemMatch, TakesALanguageBehindTheLastSlash) {
  const suite::Suite suite = suite_of({{"HumanEval_0", {"HumanEval/0"}}, {"two_sum", {}}});
  const ProblemIndex index(suite);
  EXPECT_EQ(id_of(index.by_task_id("HumanEval/0").problem), "HumanEval_0");
  EXPECT_EQ(index.by_task_id("HumanEval/0").language, std::nullopt);
  EXPECT_EQ(id_of(index.by_task_id("HumanEval/0/python").problem), "HumanEval_0");
  EXPECT_EQ(index.by_task_id("HumanEval/0/python").language, suite::Language::python);
  EXPECT_EQ(id_of(index.by_task_id("two-sum/cpp").problem), "two_sum");
  EXPECT_EQ(index.by_task_id("two_sum/cpp").language, suite::Language::cpp);
  EXPECT_EQ(id_of(index.by_task_id("two_sum/rust").problem), "(none)");
}

TEST(ProblemMatch, OfANumberIsTheAliasThatEndsInItThenTheId) {
  const suite::Suite suite = suite_of({{"p_1", {"short", "Bench/7"}}, {"p_10", {}}, {"p_2", {}}});
  const ProblemIndex index(suite);
  EXPECT_EQ(id_of(index.by_number(7)), "p_1");
  EXPECT_EQ(id_of(index.by_number(1)), "(none)");
  EXPECT_EQ(id_of(index.by_number(10)), "p_10");
  EXPECT_EQ(index.highest_number(), 10u);
  EXPECT_EQ(id_of(index.in_order()[0]), "p_1");
  EXPECT_EQ(id_of(index.in_order()[1]), "p_2");
}

TEST(ProblemMatch, OfANumberIsNoneIfTwoProblemsHaveIt) {
  const suite::Suite suite = suite_of({{"a_1", {}}, {"b_1", {}}, {"b_3", {}}});
  const ProblemIndex index(suite);
  EXPECT_EQ(id_of(index.by_number(1)), "(none)");
  EXPECT_EQ(id_of(index.by_number(3)), "b_3");
  EXPECT_EQ(index.highest_number(), std::nullopt);
  const suite::Suite unnumbered = suite_of({{"a_1", {}}, {"b", {}}});
  EXPECT_EQ(ProblemIndex(unnumbered).highest_number(), std::nullopt);
  const suite::Suite empty;
  EXPECT_EQ(ProblemIndex(empty).highest_number(), std::nullopt);
}

TEST(NumberAtEnd, HasAtMostEighteenDigits) {
  EXPECT_EQ(number_at_end("HumanEval/0012"), 12u);
  EXPECT_EQ(number_at_end("7"), 7u);
  EXPECT_EQ(number_at_end("x"), std::nullopt);
  EXPECT_EQ(number_at_end(""), std::nullopt);
  EXPECT_EQ(number_at_end("999999999999999999"), 999999999999999999u);
  EXPECT_EQ(number_at_end("9999999999999999999"), std::nullopt);
}

}  // namespace
}  // namespace effk::submissions
