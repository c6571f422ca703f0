// Problems of kind program from the command line: promises, prompts, and a run.
#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "harness/base/install_layout.h"
#include "harness/counters/instrument.h"
#include "tests/cli/workshop.h"

namespace effk {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class ProgramsTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const auto works = counters::make_instrument(GetParam(), InstallLayout::of_this_program().value());
    if (!works) GTEST_SKIP() << error_text(works.error());
  }
};

INSTANTIATE_TEST_SUITE_P(, ProgramsTest, testing::Values("perf", "icount", "valgrind"),
                         [](const auto& one) { return std::string(one.param); });

TEST_P(ProgramsTest, OfTheirSuiteKeepEveryPromise) {
  const EffkEnd end =
      run_effk({.arguments = {"verify", "--suite", EFFK_PROGRAM_SUITE, "--instrument", GetParam()}});
  EXPECT_EQ(end.status, 0) << end.out << end.err;
  EXPECT_THAT(end.err, HasSubstr("44 promises of 2 problems, 0 broken"));
  EXPECT_EQ(end.outlived_by, 0);
}

// What a model might answer, and what it gets.
struct Answer {
  const char* language;
  const char* text;
  const char* verdict;
  double least, most;  // of the score
};

const Answer kAnswers[] = {
    {"cpp",
     "Here it is:\n\n```cpp\n#include <iostream>\n\nint main() {\n  std::ios::sync_with_stdio(false);\n"
     "  long long sum = 0;\n  for (long long value; std::cin >> value;) sum = (sum + value * value) % "
     "1000003;\n"
     "  std::cout << sum << '\\n';\n}\n```\n\nFor 1, -2 and 3 it prints 14.\n",
     "accepted", 1, 1},
    {"cpp", "#include <stdio.h>\nint main(void) { puts(\"0\"); return 0; }\n", "wrong_answer", 0, 0},
    {"cpp", "```cpp\nlong long solve(long long x) { return x * x; }\n```", "compile_error", 0, 0},
    {"cpp", "I would read the lines and add them up.", "no_code", 0, 0},
    {"cpp",
     "```cpp\n#include <bits/stdc++.h>\nusing namespace std;\nint main() { vector<long long> a; long long x;"
     " while (cin >> x) { a.push_back(x); long long s = 0; for (auto v : a) s = (s + v * v) % 1000003;"
     " if (cin.peek() == '\\n' && cin.get() && cin.peek() < 0) { cout << s << endl; return 0; } }"
     " cout << 0; }\n```",
     "budget_exceeded", 0, 0.5},
    {"python",
     "```python\nimport sys\n\ntotal = 0\nfor line in sys.stdin:\n    value = int(line)\n    total += value "
     "* value\n"
     "print(total % 1000003)\n```\n",
     "accepted", 1, 1},
    {"python", "import sys\nsys.exit(str(sum(int(x) ** 2 for x in sys.stdin) % 1000003))\n", "runtime_error",
     0, 0},
    {"python", "Sorry, I cannot do that.", "no_code", 0, 0},
    {"python", "print(sum(int(x) ** 2 for x in open(0)) % 1000003, end='')\nexit()\n", "accepted", 0.8, 1.5},
};

TEST_P(ProgramsTest, OfAModelGetTheirVerdictsAndScores) {
  const Workshop workshop;
  std::string lines;
  for (const Answer& answer : kAnswers) {
    lines +=
        json{{"task_id", "sum_lines"}, {"language", answer.language}, {"completion", answer.text}}.dump() +
        "\n";
  }
  const std::string run = workshop.path("run.effk").string();
  const EffkEnd end =
      run_effk({.arguments = {"run", workshop.write("m.jsonl", lines).string(), "-o", run, "--suite",
                              EFFK_SMALL_SUITE, "--instrument", GetParam(), "--problems", "sum_lines"}});
  ASSERT_EQ(end.status, 0) << end.err;
  std::map<std::string, json> samples;
  std::istringstream report(run_effk({.arguments = {"report", run, "--samples", "--json"}}).out);
  for (std::string line; std::getline(report, line);) {
    const json sample = json::parse(line);
    samples[sample["language"].get<std::string>() + sample["sample"].get<std::string>()] = sample;
  }
  ASSERT_EQ(samples.size(), std::size(kAnswers));
  std::map<std::string, int> numbers;
  const double tolerance = GetParam() == std::string("perf") ? 0.01 : 0;
  for (const Answer& answer : kAnswers) {
    const json& sample = samples.at(answer.language + std::to_string(numbers[answer.language]++));
    EXPECT_EQ(sample["verdict"], answer.verdict) << answer.text << sample;
    EXPECT_GE(sample["score"].get<double>(), answer.least - tolerance) << answer.text << sample;
    EXPECT_LE(sample["score"].get<double>(), answer.most + tolerance) << answer.text << sample;
  }
}

TEST(ProgramPrompts, AskForAWholeProgramAndNameNoEntryPoint) {
  const EffkEnd end = run_effk({.arguments = {"prompts", "--suite", EFFK_SMALL_SUITE, "sum_lines"}});
  ASSERT_EQ(end.status, 0) << end.err;
  std::istringstream lines(end.out);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const json prompt = json::parse(line);
    EXPECT_EQ(prompt["kind"], "program");
    EXPECT_EQ(prompt["entry_point"], "");
    EXPECT_THAT(prompt["prompt"].get<std::string>(), HasSubstr("It reads standard input, prints its answer"));
  }
  EXPECT_EQ(count, 2);
}

TEST(ProgramProblem, IsShownWithoutASignature) {
  const EffkEnd end = run_effk({.arguments = {"show", "sum_lines", "--suite", EFFK_SMALL_SUITE}});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.out, HasSubstr("\ncpp     a program: standard input to standard output\n"
                                 "python  a program: standard input to standard output\n"));
  const json shown =
      json::parse(run_effk({.arguments = {"show", "sum_lines", "--json", "--suite", EFFK_SMALL_SUITE}}).out);
  EXPECT_EQ(shown["kind"], "program");
  EXPECT_EQ(shown["cpp"], "a program: standard input to standard output");
}

}  // namespace
}  // namespace effk
