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
      "modulo by zero (line 1)\n"
      "");
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
