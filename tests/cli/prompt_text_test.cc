#include "harness/cli/prompt_text.h"

#include <gtest/gtest.h>

namespace effk::cli {
namespace {

suite::Problem pair_sums() {
  suite::Problem problem;
  problem.statement = "# Pair sums\n\nAdd the parts of every pair.";
  problem.signature = {"pair_sums",
                       {{"pairs", value::parse_type("list[tuple[int,int]]").value()}},
                       value::parse_type("list[int]").value()};
  return problem;
}

TEST(PromptText, AsksForCppWithTheWholeSignature) {
  EXPECT_EQ(
      prompt_text(pair_sums(), suite::Language::cpp),
      "# Pair sums\n\nAdd the parts of every pair.\n\n"
      "Write a C++20 function (g++ 12, -O2, standard library only) for it, as efficient as you can: what "
      "counts is the number of CPU instructions on large\ninputs. Answer with one code block that defines\n\n"
      "```cpp\nstd::vector<long long> pair_sums(const std::vector<std::tuple<long long, long long>>& "
      "pairs);\n"
      "```\n");
}

TEST(PromptText, AsksForPythonWithTheWholeSignature) {
  EXPECT_EQ(
      prompt_text(pair_sums(), suite::Language::python),
      "# Pair sums\n\nAdd the parts of every pair.\n\n"
      "Write a Python 3.11 function (CPython, standard library only) for it, as efficient as you can: what "
      "counts is the number of CPU instructions on large\ninputs. Answer with one code block that defines\n\n"
      "```python\ndef pair_sums(pairs: list[tuple[int, int]]) -> list[int]:\n```\n");
}

TEST(PromptText, IsTheProblemsOwnPromptWhereItHasOne) {
  suite::Problem problem = pair_sums();
  problem.prompt = "def pair_sums(pairs):\n    ...";
  EXPECT_EQ(prompt_text(problem, suite::Language::python), *problem.prompt);
  EXPECT_EQ(code_start(problem, suite::Language::python), *problem.prompt);
}

TEST(CodeStart, EndsWhereABodyBegins) {
  EXPECT_EQ(
      code_start(pair_sums(), suite::Language::cpp),
      "#include <bits/stdc++.h>\nusing namespace std;\n\n"
      "std::vector<long long> pair_sums(const std::vector<std::tuple<long long, long long>>& pairs) {\n");
  EXPECT_EQ(code_start(pair_sums(), suite::Language::python),
            "def pair_sums(pairs: list[tuple[int, int]]) -> list[int]:\n");
}

suite::Problem text_sums() {
  suite::Problem problem;
  problem.statement = "# Text sums\n\nAdd the numbers of the input.";
  problem.kind = suite::Kind::program;
  problem.signature = suite::program_signature();
  return problem;
}

TEST(PromptText, AsksForAWholeProgram) {
  EXPECT_EQ(
      prompt_text(text_sums(), suite::Language::cpp),
      "# Text sums\n\nAdd the numbers of the input.\n\n"
      "Write a C++20 program (g++ 12, -O2, standard library only) for it, as efficient as you can: what "
      "counts "
      "is the number of CPU instructions on large\ninputs. It reads standard input, prints its answer to "
      "standard output, and ends with exit status 0. Answer\nwith one code block that holds the whole "
      "program.\n");
  EXPECT_EQ(
      prompt_text(text_sums(), suite::Language::python),
      "# Text sums\n\nAdd the numbers of the input.\n\n"
      "Write a Python 3.11 program (CPython, standard library only) for it, as efficient as you can: what "
      "counts "
      "is the number of CPU instructions on large\ninputs. It reads standard input, prints its answer to "
      "standard output, and ends with exit status 0. Answer\nwith one code block that holds the whole "
      "program.\n");
}

TEST(CodeStart, IsNothingForAProgram) {
  EXPECT_EQ(code_start(text_sums(), suite::Language::cpp), "");
  EXPECT_EQ(code_start(text_sums(), suite::Language::python), "");
}

}  // namespace
}  // namespace effk::cli
