#include "harness/importers/coffe_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "tests/importers/coffe_texts.h"

namespace effk::importers {
namespace {

namespace fs = std::filesystem;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// "ID PART: REASON" of everything that was left out.
std::string left_out_of(const CoffeTexts& texts) {
  const auto files = read_coffe_texts(texts);
  if (!files) return error_text(files.error());
  std::string all;
  for (const LeftOut& one : files->left_out)
    all += one.problem + (one.part.empty() ? "" : " " + one.part) + ": " + one.reason + "\n";
  return all;
}

class CoffeFolder : public ::testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) {
    ASSERT_TRUE(write_file_atomically(folder_->path() / name, text));
  }
  void write_all(const std::string& prefix, const CoffeTexts& texts) {
    write(prefix + "data.json", texts.data);
    write(prefix + "best_solutions.json", texts.best_solutions);
    write(prefix + "testcases.json", texts.testcases);
    write(prefix + "stressful_testcases.json", texts.stressful_testcases);
  }
  std::string error() {
    const auto files = read_coffe_files(folder_->path());
    std::string text = files ? "no error" : error_text(files.error());
    for (std::size_t at; (at = text.find(folder_->path().string())) != std::string::npos;)
      text.replace(at, folder_->path().string().size(), "FOLDER");
    return text;
  }

  Result<TemporaryFolder> folder_ = TemporaryFolder::beneath(fs::temp_directory_path());
};

TEST(CoffeFiles, AreReadIntoProblemsWithIdentifiersForIds) {
  const auto files = read_coffe_texts(small_functions());
  ASSERT_TRUE(files) << error_text(files.error());
  EXPECT_EQ(files->level, CoffeFiles::Level::function);
  EXPECT_EQ(files->listed, 2u);
  EXPECT_TRUE(files->left_out.empty());
  ASSERT_EQ(files->problems.size(), 2u);
  const CoffeProblem& first = files->problems[0];
  EXPECT_EQ(first.id, "HumanEval_7");
  EXPECT_EQ(first.task, "HumanEval/7");
  EXPECT_EQ(first.entry_point, "double_all");
  EXPECT_EQ(first.arguments, 2u);
  ASSERT_EQ(first.tests.size(), 2u);
  EXPECT_EQ(first.tests[0].arguments, "[[1, 2], 3]");
  EXPECT_EQ(first.tests[0].output, "[3, 6]");
  ASSERT_EQ(first.stress.size(), 2u);
  EXPECT_EQ(first.stress[0].source, "[list(range(2000)), 2]");
  EXPECT_EQ(files->problems[1].id, "Mbpp_31");
  EXPECT_EQ(files->problems[1].task, "Mbpp/31");
}

TEST(CoffeFiles, OfTheFileLevelAreReadAsPrograms) {
  const auto files = read_coffe_texts(small_programs());
  ASSERT_TRUE(files) << error_text(files.error());
  EXPECT_EQ(files->level, CoffeFiles::Level::file);
  ASSERT_EQ(files->problems.size(), 1u);
  EXPECT_EQ(files->problems[0].id, "code_contests_0");
  EXPECT_EQ(files->problems[0].tests[0].arguments, "'3\\n1 2 3\\n'");
  EXPECT_EQ(files->problems[0].tests[1].output, "'5'");
  EXPECT_EQ(files->problems[0].stress[0].source.substr(0, 13), "import random");
}

TEST(CoffeFiles, MayWriteGeneratorsAsInputsOfObjectsToo) {
  CoffeTexts texts = small_programs();
  texts.stressful_testcases =
      R"({"Read n numbers and print their sum.": [{"input": "SOURCE", "output": null}]})";
  const auto files = read_coffe_texts(texts);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->problems.size(), 1u);
  EXPECT_EQ(files->problems[0].stress[0].source, "SOURCE");
}

TEST(CoffeFiles, WithAFaultInOneProblemStillGiveTheOthers) {
  CoffeTexts texts = small_functions();
  texts.best_solutions = replaced(texts.best_solutions, "\"Write mean", "\"Mean");
  EXPECT_EQ(left_out_of(texts), "Mbpp_31: best_solutions.json has no solution for its prompt\n");
  EXPECT_EQ(read_coffe_texts(texts)->problems.size(), 1u);
}

TEST(CoffeFiles, LeaveOutEachFaultyProblemWithItsReason) {
  const CoffeTexts right = small_functions();
  CoffeTexts texts = right;
  texts.data = replaced(right.data, "\"task_id\": 31", "\"task_id\": \"HumanEval/7\"");
  EXPECT_EQ(left_out_of(texts), "HumanEval_7: entry 1 of data.json has the name of an earlier one\n");
  texts = right;
  texts.data = replaced(right.data, "\"final_prompt\": \"Write mean(numbers).\"", "\"final_prompt\": 7");
  EXPECT_EQ(left_out_of(texts), "Mbpp_31: it has no final_prompt in data.json\n");
  texts = right;
  texts.data = replaced(right.data, "\"entry_point\": \"mean\"", "\"entry_point\": \"the mean\"");
  EXPECT_EQ(left_out_of(texts), "Mbpp_31: its entry_point in data.json is no name: 'the mean'\n");
  texts = right;
  texts.best_solutions = replaced(right.best_solutions, "len(numbers)\", false", "len(numbers)\", true");
  EXPECT_EQ(left_out_of(texts),
            "Mbpp_31: its solution is a whole program, and the problem wants a function\n");
  texts = right;
  texts.best_solutions = R"({"Write mean(numbers).": ["x", false]})";
  EXPECT_EQ(left_out_of(texts), "HumanEval_7: best_solutions.json has no solution for its prompt\n");
  texts = right;
  texts.testcases = replaced(right.testcases, "Write mean", "Mean");
  EXPECT_EQ(left_out_of(texts), "Mbpp_31: testcases.json has no tests for its prompt\n");
  texts = right;
  texts.stressful_testcases =
      replaced(right.stressful_testcases, "[{\"input\": \"[[0.5] * 3000]\", \"output\": null}]", "[]");
  EXPECT_EQ(left_out_of(texts), "Mbpp_31: stressful_testcases.json has no usable input for its prompt\n");
}

TEST(CoffeFiles, LeaveOutEachFaultyCaseUnderItsNumberInTheFile) {
  CoffeTexts texts = small_functions();
  texts.testcases =
      replaced(texts.testcases, "{\"input\": [[1, 2], 3], \"output\": [[3, 6]]}",
               "{\"input\": 7}, {\"input\": [[1, 2], 3], \"output\": [[3, 6]]}, {\"input\": [[1]], "
               "\"output\": [[2]]}, {\"input\": [[1], 2], \"output\": []}");
  texts.stressful_testcases =
      replaced(texts.stressful_testcases, "{\"input\": \"[list", "{\"input\": null}, {\"input\": \"[list");
  EXPECT_EQ(left_out_of(texts),
            "HumanEval_7 test 0: its input is no list of arguments\n"
            "HumanEval_7 test 2: it has 1 arguments, the first test 2\n"
            "HumanEval_7 test 3: its output is no list of one result\n"
            "HumanEval_7 stress input 0: its input is no text\n");
  const auto files = read_coffe_texts(texts);
  EXPECT_EQ(files->problems[0].tests[0].number, 1u);
  EXPECT_EQ(files->problems[0].tests[1].number, 4u);
  EXPECT_EQ(files->problems[0].stress[0].number, 1u);
}

TEST_F(CoffeFolder, MayHaveAPrefixBeforeEveryName) {
  write_all("function-", small_functions());
  write("function-prompts.json", "[]");
  write("function-GPT-4o.json", "{}");
  const auto files = read_coffe_files(folder_->path());
  ASSERT_TRUE(files) << error_text(files.error());
  EXPECT_EQ(files->problems.size(), 2u);
}

TEST_F(CoffeFolder, WithoutOneOfTheFilesIsAnErrorThatNamesIt) {
  write_all("", small_functions());
  fs::remove(folder_->path() / "testcases.json");
  EXPECT_EQ(error(),
            "effk: error: testcases.json is missing in FOLDER\n"
            "  why:  no file there is called testcases.json or PREFIX-testcases.json\n"
            "  next: give a folder such as datasets/function of COFFE's repository\n");
}

TEST_F(CoffeFolder, WithTheFilesOfTwoLevelsIsAnErrorThatNamesBoth) {
  write_all("function-", small_functions());
  write_all("file-", small_programs());
  EXPECT_EQ(error(),
            "effk: error: FOLDER has more than one data.json\n"
            "  why:  there are file-data.json and function-data.json\n"
            "  next: put the files of one level into a folder of their own\n");
}

TEST_F(CoffeFolder, ThatDoesNotExistIsAnError) {
  fs::remove(folder_->path());
  EXPECT_EQ(error(),
            "effk: error: cannot list FOLDER\n"
            "  why:  No such file or directory\n"
            "  next: give the folder that has COFFE's data.json\n");
}

TEST_F(CoffeFolder, WithAFileOfAnotherShapeIsAnErrorThatNamesIt) {
  write_all("", small_functions());
  write("best_solutions.json", "[]");
  EXPECT_EQ(error(),
            "effk: error: best_solutions.json is not what COFFE calls so\n"
            "  why:  it is no object with a member for each prompt\n");
  write("data.json", "{}");
  EXPECT_EQ(error(),
            "effk: error: data.json is not what COFFE calls so\n"
            "  why:  it is no list of problems\n");
}

}  // namespace
}  // namespace effk::importers
