#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/submissions/intake_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;

class SubmissionIntake : public IntakeTest {};

TEST_F(SubmissionIntake, DecidesTheLanguageByFieldThenExtensionThenFenceThenOptionThenTaskId) {
  const std::string fence = R"("```cpp\nint solve(int x) { return x; }\n```")";
  const std::string plain = R"("def solve(x): return x")";
  // Of each line, everything that could decide is present but what stands before it in the order.
  write("a.jsonl", R"({"task_id":"two_sum/python","language":"C++","solution":)" + plain + "}\n" +
                       R"({"task_id":"max_gap/python","solution":)" + fence + "}\n" +
                       R"({"task_id":"range_sum/python","solution":)" + plain + "}\n");
  options_.default_language = suite::Language::cpp;
  auto intake = read("a.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake),
              ElementsAre("a max_gap cpp 0 fence", "a range_sum cpp 0 as_is", "a two_sum cpp 0 as_is"));

  options_.default_language.reset();
  intake = read("a.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake),
              ElementsAre("a max_gap cpp 0 fence", "a range_sum python 0 as_is", "a two_sum cpp 0 as_is"));

  write("gpt/two_sum/0.py", "```cpp\nint solve(int x) { return x; }\n```\n");
  options_.default_language = suite::Language::cpp;
  intake = read("gpt");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->submissions[0].samples[0].language, suite::Language::python);
}

TEST_F(SubmissionIntake, SkipsASampleWhoseLanguageNothingTells) {
  write("a.jsonl",
        "{\"task_id\":\"two_sum\",\"solution\":\"def solve(x): return x\"}\n"
        "{\"task_id\":\"two_sum\",\"solution\":\"def solve(x): return x\",\"language\":\"rust\"}\n"
        "{\"task_id\":\"two_sum/cpp\",\"solution\":\"int solve(int x) { return x; }\"}\n");
  const auto intake = read("a.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("a two_sum cpp 0 as_is"));
  ASSERT_EQ(intake->skipped.size(), 2u);
  EXPECT_EQ(intake->skipped[0].origin, (root_ / "a.jsonl:1").string());
  EXPECT_EQ(intake->skipped[0].reason, "nothing says which language it is in");
  EXPECT_EQ(intake->skipped[1].reason, "language 'rust' is neither cpp nor python");
  EXPECT_THAT(intake->warnings,
              ElementsAre("the language of 1 sample cannot be told; name it: --language cpp, or --language "
                          "python"));
}

TEST_F(SubmissionIntake, DoesNotDependOnTheOrderOfTheArguments) {
  write("b/two_sum/0.py", "def solve(x): return x\n");
  write("a.jsonl", "{\"task_id\":\"two_sum\",\"language\":\"py\",\"solution\":\"def solve(x): return x\"}\n");
  const auto one = read_all({root_ / "b", root_ / "a.jsonl"});
  const auto other = read_all({root_ / "a.jsonl", root_ / "b"});
  ASSERT_TRUE(one && other);
  EXPECT_EQ(summary(*one), summary(*other));
  EXPECT_THAT(summary(*one), ElementsAre("a two_sum python 0 as_is", "b two_sum python 0 as_is"));
}

TEST_F(SubmissionIntake, GivesAPromptToCompletionsOnly) {
  options_.prompt = [](const suite::Problem& problem, suite::Language) {
    return "def solve(x):  # " + problem.id + "\n";
  };
  write("a.jsonl",
        "{\"task_id\":\"two_sum/python\",\"completion\":\"    return x\\n\"}\n"
        "{\"task_id\":\"max_gap/python\",\"solution\":\"    return x\\n\"}\n");
  const auto intake = read("a.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->submissions[0].samples[0].code, "    return x\n");
  EXPECT_EQ(intake->submissions[0].samples[1].code, "def solve(x):  # two_sum\n    return x\n");
}

TEST_F(SubmissionIntake, IsAnErrorIfNothingMatches) {
  write("a.jsonl",
        "{\"task_id\":\"twosum/cpp\",\"solution\":\"x\"}\n{\"task_id\":\"HumanEval/0\",\"solution\":\"x\"}\n"
        "{\"task_id\":\"two_sum\",\"solution\":\"x = 1\"}\n");
  EXPECT_EQ(error_of("a.jsonl"),
            "effk: error: no sample can be run against the suite 'tiny'\n"
            "  why:  of 3 found: nothing says which language it is in (1); unknown problem 'HumanEval/0' "
            "(1); unknown problem "
            "'twosum/cpp' (1)\n"
            "  next: did you mean 'two_sum'? name it: --language cpp, or --language python\n");
}

TEST_F(SubmissionIntake, IsAnErrorForAPathThatDoesNotExist) {
  EXPECT_EQ(error_of("nowhere"),
            "effk: error: cannot read submissions from ROOT/nowhere\n"
            "  why:  there is no such file or folder\n"
            "  next: wanted: a file of lines {\"task_id\", \"solution\" or \"completion\"} named .jsonl or "
            ".jsonl.gz, or a folder "
            "MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a folder of such models\n");
}

TEST_F(SubmissionIntake, IsAnErrorForAFileOfUnknownKind) {
  write("samples.csv", "a,b\n");
  EXPECT_EQ(error_of("samples.csv"),
            "effk: error: cannot tell what kind of submission ROOT/samples.csv is\n"
            "  why:  its name ends in '.csv'\n"
            "  next: wanted: a file of lines {\"task_id\", \"solution\" or \"completion\"} named .jsonl or "
            ".jsonl.gz, or a folder "
            "MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a folder of such models\n");
}

TEST_F(SubmissionIntake, KnowsProblemsByAliasAndTakesTheOnlyLanguageThatTheyOffer) {
  suite_.problems[2].aliases = {"Sums/2", "2"};
  suite_.problems[2].languages = {suite::Language::python};
  write("a.jsonl",
        "{\"task_id\":\"Sums/2\",\"solution\":\"def solve(x): return x\"}\n"
        "{\"task_id\":\"2\",\"solution\":\"def solve(x): return -x\"}\n"
        "{\"task_id\":\"Sums/2/cpp\",\"solution\":\"int solve(int x) { return x; }\"}\n");
  const auto intake = read("a.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("a two_sum python 0 as_is", "a two_sum python 1 as_is"));
  ASSERT_EQ(intake->skipped.size(), 1u);
  EXPECT_EQ(intake->skipped[0].reason, "problem two_sum has no reference in cpp");
}

// A problem whose samples are whole programs, with no name to look for.
class ProgramIntake : public IntakeTest {
 protected:
  ProgramIntake() {
    suite_.problems[2].kind = suite::Kind::program;
    suite_.problems[2].signature = suite::program_signature();
    options_.prompt = [](const suite::Problem&, suite::Language) { return std::string(); };
  }
  std::string code_of(const std::string& answer, const std::string& language) {
    const nlohmann::json line = {{"task_id", "two_sum"}, {"language", language}, {"completion", answer}};
    write("a.jsonl", line.dump() + "\n");
    const auto intake = read("a.jsonl");
    EXPECT_TRUE(intake) << error_of(intake);
    return intake ? intake->submissions[0].samples[0].code.value_or("(no code)") : "(no intake)";
  }
};

TEST_F(ProgramIntake, FindsAWholeProgramByItsFence) {
  const std::string cpp =
      "#include <iostream>\nint helper() { return 1; }\nint main() { std::cout << helper(); }\n";
  EXPECT_EQ(code_of("Like this:\n```cpp\n" + cpp + "```\nIt is fast.\n", "cpp"), cpp);
  EXPECT_EQ(code_of("First the helper:\n```cpp\nint helper() { return 1; }\n```\nAll of it:\n```cpp\n" + cpp +
                        "```\n",
                    "cpp"),
            cpp);
  const std::string python = "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n";
  EXPECT_EQ(code_of("Like this:\n```python\n" + python + "```\nFor the input\n```\n1 2\n```\nit prints 3.\n",
                    "python"),
            python);
}

TEST_F(ProgramIntake, TakesAWholeProgramWithoutAFence) {
  const std::string python = "n = int(input())\nprint(n * 2)\n";
  EXPECT_EQ(code_of(python, "python"), python);
  const std::string cpp = "#include <cstdio>\nint main() { puts(\"1\"); }\n";
  EXPECT_EQ(code_of(cpp, "cpp"), cpp);
}

TEST_F(ProgramIntake, FindsNoCodeInProse) {
  EXPECT_EQ(code_of("I am sorry, but I do not know how to do that.", "python"), "(no code)");
  EXPECT_EQ(code_of("I am sorry, but I do not know how to do that.", "cpp"), "(no code)");
}

}  // namespace
}  // namespace effk::submissions
