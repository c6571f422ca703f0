// effk import coffe, with what can go wrong in a benchmark's files: each costs its own case or problem,
// nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/workshop.h"

namespace effk {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

// One problem of COFFE's function level under a task id.
struct Given {
  std::string task;
  std::string solution = "def solution(n):\n    return n + 1\n";
  json tests = json::array({{{"input", {1}}, {"output", {2}}}, {{"input", {5}}, {"output", {6}}}});
  std::vector<std::string> stress = {"[10**6]", "[10**7]"};
};

void write_files(const Workshop& workshop, const std::vector<Given>& problems) {
  json data = json::array();
  json best = json::object();
  json tests = json::object();
  json stress = json::object();
  for (const Given& one : problems) {
    const std::string prompt = "Write next_one(n), as " + one.task + " wants it.";
    data.push_back({{"dataset", "t"},
                    {"task_id", "T/" + one.task},
                    {"entry_point", "next_one"},
                    {"final_prompt", prompt}});
    best[prompt] = {one.solution, false};
    tests[prompt] = one.tests;
    stress[prompt] = json::array();
    for (const std::string& input : one.stress)
      stress[prompt].push_back({{"input", input}, {"output", nullptr}});
  }
  workshop.write("coffe/data.json", data.dump());
  workshop.write("coffe/best_solutions.json", best.dump());
  workshop.write("coffe/testcases.json", tests.dump());
  workshop.write("coffe/stressful_testcases.json", stress.dump());
}

EffkEnd import_into(const Workshop& workshop, std::vector<std::string> options = {}) {
  std::vector<std::string> words = {"import", "coffe",  workshop.path("coffe").string(),
                                    "-o",     "suite",  "--instrument",
                                    "icount", "--jobs", "2"};
  words.insert(words.end(), options.begin(), options.end());
  return run_effk({.arguments = words, .folder = workshop.path("")});
}

TEST(ImportCommand, LeavesOutWhatCannotBeMeasuredAndSaysWhyOfEach) {
  const Workshop workshop;
  write_files(workshop,
              {{.task = "good"},
               {.task = "raises", .stress = {"[1 // 0]", "[7]"}},
               {.task = "complex", .stress = {"[1j]"}},
               {.task = "no_list", .stress = {"(1, 2)", "[7]"}},
               {.task = "arity", .stress = {"[1, 2]", "[7]"}},
               {.task = "wrong",
                .tests = json::array({{{"input", {1}}, {"output", {2}}}, {{"input", {2}}, {"output", {4}}}})},
               {.task = "fails", .solution = "def solution(n):\n    return [n + 1][n > 10 ** 6]\n"},
               {.task = "syntax", .solution = "def solution(n:\n"},
               {.task = "load", .solution = "import nothing_of_this_name\n"}});
  const EffkEnd end = import_into(workshop);
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(
      end.out,
      "left out: T_raises, stress input 0: its input cannot be made: ZeroDivisionError: integer division or "
      "modulo by zero (line 31)\n"
      "left out: T_complex: none of its stress inputs can be used; stress input 0: its input cannot be made: "
      "ValueError: the value has in it 'complex', which is none of None, bool, int, float, str, bytes, list, "
      "tuple, set, dict\n"
      "left out: T_no_list, stress input 0: its input cannot be made: TypeError: the expression is no list "
      "of "
      "arguments, but tuple (line 33)\n"
      "left out: T_arity, stress input 0: its input cannot be made: expected 1 items for tuple[any], found "
      "2: "
      "(1, 2)\n"
      "left out: T_wrong, test 1: the reference's answer is not accepted: expected 4, found 3\n"
      "left out: T_fails, stress input 1: the reference fails on it: IndexError: list index out of range "
      "(line "
      "2)\n"
      "left out: T_syntax: it does not load: SyntaxError: '(' was never closed (line 1)\n"
      "left out: T_load: it does not load: ModuleNotFoundError: No module named 'nothing_of_this_name' (line "
      "1)\n"
      "9 problems read: 6 taken over, 3 left out; 5 single cases left out\n"
      "suite: 6 problems, 6 of them selected by default\n");
}

TEST(ImportCommand, KeepsWhatWasLeftOutInTheSuite) {
  const Workshop workshop;
  write_files(workshop, {{.task = "good"}, {.task = "complex", .stress = {"[1j]"}}});
  ASSERT_EQ(import_into(workshop).status, 0);
  const auto report = json::parse(*read_file(workshop.path("suite/import.json")));
  EXPECT_EQ(report.at("listed"), 2);
  EXPECT_EQ(report.at("problems"), 1);
  EXPECT_TRUE(report.at("tried"));
  ASSERT_EQ(report.at("left_out").size(), 1u);
  EXPECT_EQ(report.at("left_out")[0].at("problem"), "T_complex");
  EXPECT_THAT(report.at("left_out")[0].at("reason").get<std::string>(), HasSubstr("complex"));
}

TEST(ImportCommand, MakesASuiteThatSamplesAreMeasuredBy) {
  const Workshop workshop;
  write_files(workshop, {{.task = "good"}});
  ASSERT_EQ(import_into(workshop).status, 0);
  workshop.write("m.jsonl",
                 "{\"task_id\": \"T/good\", \"solution\": \"def next_one(n):\\n    return n + 1\\n\"}\n"
                 "{\"task_id\": \"T/good\", \"solution\": \"def next_one(n):\\n    return 2\\n\"}\n");
  const EffkEnd end =
      run_effk({.arguments = {"run", "m.jsonl", "--suite", "suite", "-o", "run", "--instrument", "icount"},
                .folder = workshop.path("")});
  EXPECT_EQ(end.status, 0) << end.err;
  const EffkEnd samples =
      run_effk({.arguments = {"report", "run", "--samples"}, .folder = workshop.path("")});
  EXPECT_THAT(samples.out, HasSubstr("\"verdict\":\"accepted\""));
  EXPECT_THAT(samples.out, HasSubstr("\"verdict\":\"wrong_answer\""));
}

// The file level: stdin to stdout, inputs from generate_input().
TEST(ImportCommand, MakesASuiteOfProgramsThatSamplesAreMeasuredBy) {
  const Workshop workshop;
  const std::string prompt = "Read numbers until the end and print their sum.";
  const std::string source =
      "import random\ndef generate_input():\n"
      "    return ' '.join(str(random.randint(1, 9)) for _ in range(3000))\n";
  const std::string best = "print(sum(map(int, input().split())))\n";
  const auto test = [](const std::string& input, const std::string& output) {
    return json{{"input", json::array({input})}, {"output", json::array({output})}};
  };
  workshop.write("coffe/data.json", json::array({{{"dataset", "own"}, {"final_prompt", prompt}}}).dump());
  workshop.write("coffe/best_solutions.json", json{{prompt, json::array({best, true})}}.dump());
  workshop.write("coffe/testcases.json",
                 json{{prompt, json::array({test("1 2", "3\n"), test("4", "5")})}}.dump());
  workshop.write("coffe/stressful_testcases.json",
                 json{{prompt, json::array({source, "def generate_input():\n    return 7\n"})}}.dump());
  const EffkEnd import = import_into(workshop);
  EXPECT_EQ(import.status, 0) << import.err;
  EXPECT_EQ(
      import.out,
      "left out: own_0, test 1: the reference's answer is not accepted: word 1: expected 5, found 4\n"
      "left out: own_0, stress input 1: its input cannot be made: TypeError: generate_input() returned no "
      "text, but int (line 35)\n"
      "1 problems read: 1 taken over, 0 left out; 2 single cases left out\n"
      "suite: 1 problems, 1 of them selected by default\n");
  workshop.write("m.jsonl", json{{"task_id", "own_0"}, {"solution", best}}.dump() + "\n" +
                                json{{"task_id", "own_0"}, {"solution", "print(3)\n"}}.dump() + "\n");
  const EffkEnd end =
      run_effk({.arguments = {"run", "m.jsonl", "--suite", "suite", "-o", "run", "--instrument", "icount"},
                .folder = workshop.path("")});
  EXPECT_EQ(end.status, 0) << end.err;
  const EffkEnd samples =
      run_effk({.arguments = {"report", "run", "--samples"}, .folder = workshop.path("")});
  EXPECT_THAT(samples.out, HasSubstr("\"verdict\":\"accepted\",\"passed\":true,\"score\":1.0"));
  EXPECT_THAT(samples.out, HasSubstr("\"verdict\":\"wrong_answer\""));
}

TEST(ImportCommand, DoesNotRunTheReferencesWhenToldNotTo) {
  const Workshop workshop;
  write_files(workshop, {{.task = "syntax", .solution = "def solution(n:\n"}});
  const EffkEnd end = import_into(workshop, {"--untried"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out,
            "1 problems read: 1 taken over, 0 left out; 0 single cases left out\n"
            "suite: 1 problems, 1 of them selected by default\n");
  EXPECT_THAT(end.err, Not(HasSubstr("instrument")));
}

TEST(ImportCommand, MakesNoSuiteOfNothing) {
  const Workshop workshop;
  write_files(workshop, {{.task = "complex", .stress = {"[1j]"}}});
  const EffkEnd end = import_into(workshop);
  EXPECT_EQ(end.status, 3);
  EXPECT_EQ(last_error(end.err),
            "effk: error: nothing is left to make a suite of\n"
            "  why:  all of 1 problems were left out\n");
  EXPECT_FALSE(std::filesystem::exists(workshop.path("suite")));
}

TEST(ImportCommand, RefusesAFolderThatIsInUseBeforeItRunsAnything) {
  const Workshop workshop;
  write_files(workshop, {{.task = "good"}});
  workshop.write("suite/mine.txt", "keep");
  const EffkEnd end = import_into(workshop);
  EXPECT_EQ(end.status, 2);
  EXPECT_THAT(end.err, Not(HasSubstr("instrument")));
  EXPECT_EQ(*read_file(workshop.path("suite/mine.txt")), "keep");
}

}  // namespace
}  // namespace effk
