// harness/importers/coffe_files.h -- reads the problem files of COFFE, as it publishes them.
//
// A folder holds data.json, best_solutions.json, testcases.json and stressful_testcases.json of one level,
// the names with or without a prefix ("function-data.json"). All but the first are keyed by the exact text of
// the prompt.
//
//   function  data     [{"dataset", "task_id", "entry_point", "final_prompt", ...}]
//             best     {PROMPT: [code that defines solution(), false]}
//             tests    {PROMPT: [{"input": [arguments...], "output": [result]}]}
//             stress   {PROMPT: [{"input": "a Python expression of the list of arguments", "output": null}]}
//   file      data     [{"dataset", "final_prompt"}]
//             best     {PROMPT: [program, true]}
//             tests    {PROMPT: [{"input": [text of stdin], "output": [text of stdout]}]}
//             stress   {PROMPT: ["source that defines generate_input()", ...]}, or objects as above with it
//
//   Errors   bad_input, if a file is missing, is not JSON, or has another shape than this at its top. What is
//   wrong
//            with one problem or one case leaves that one out, with the reason.
//   Threads  no shared state.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/importers/left_out.h"

namespace effk::importers {

// Arguments and output are Python expressions, kept as text: their values are Python's.
struct CoffeTest {
  std::size_t number;     // in COFFE's file, from 0
  std::string arguments;  // function: a list; file: the text of stdin
  std::string output;     // function: the result; file: the text of stdout
};

struct CoffeStress {
  std::size_t number;  // in COFFE's file, from 0
  std::string source;  // function: an expression of the arguments; file: what defines generate_input()
};

struct CoffeProblem {
  std::string id;           // an identifier: HumanEval_113, Mbpp_239
  std::string task;         // COFFE's own: "HumanEval/113", "Mbpp/239"; empty at file level
  std::string prompt;       // exactly
  std::string entry_point;  // function level
  std::string solution;     // the best one: source
  std::size_t arguments = 1;
  std::vector<CoffeTest> tests;     // not empty
  std::vector<CoffeStress> stress;  // not empty
};

struct CoffeFiles {
  enum class Level { function, file };
  Level level = Level::function;
  std::size_t listed = 0;              // entries of data.json
  std::vector<CoffeProblem> problems;  // in the order of data.json
  std::vector<LeftOut> left_out;
};

// What a case is called where it is left out: "test 3", "stress input 0"; the number is that in COFFE's file,
// from 0.
std::string coffe_test_name(std::size_t number);
std::string coffe_stress_name(std::size_t number);

Result<CoffeFiles> read_coffe_files(const std::filesystem::path& folder);

// The texts of the four files, for read_coffe_files() and tests.
struct CoffeTexts {
  std::string data;
  std::string best_solutions;
  std::string testcases;
  std::string stressful_testcases;
};
Result<CoffeFiles> read_coffe_texts(const CoffeTexts& texts);

}  // namespace effk::importers
