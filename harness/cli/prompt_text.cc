#include "harness/cli/prompt_text.h"

#include <fmt/format.h>

namespace effk::cli {

namespace {

std::string program_prompt(const suite::Problem& problem, bool cpp) {
  return fmt::format(
      "{}\n\nWrite {} for it, as efficient as you can: what counts is the number of CPU instructions on "
      "large\n"
      "inputs. It reads standard input, prints its answer to standard output, and ends with exit status 0. "
      "Answer\n"
      "with one code block that holds the whole program.\n",
      problem.statement,
      cpp ? "a C++20 program (g++ 12, -O2, standard library only)"
          : "a Python 3.11 program (CPython, standard library only)");
}

}  // namespace

std::string code_start(const suite::Problem& problem, suite::Language language) {
  if (problem.kind == suite::Kind::program) return {};
  if (problem.prompt) return *problem.prompt;
  const std::string signature = suite::to_source(problem.signature, language);
  if (language == suite::Language::cpp) {
    return "#include <bits/stdc++.h>\nusing namespace std;\n\n" + signature + " {\n";
  }
  return signature + "\n";
}

std::string prompt_text(const suite::Problem& problem, suite::Language language) {
  const bool cpp = language == suite::Language::cpp;
  if (problem.prompt) return *problem.prompt;
  if (problem.kind == suite::Kind::program) return program_prompt(problem, cpp);
  return fmt::format(
      "{}\n\nWrite {} for it, as efficient as you can: what counts is the number of CPU instructions on "
      "large\n"
      "inputs. Answer with one code block that defines\n\n```{}\n{}\n```\n",
      problem.statement,
      cpp ? "a C++20 function (g++ 12, -O2, standard library only)"
          : "a Python 3.11 function (CPython, standard library only)",
      cpp ? "cpp" : "python", suite::to_source(problem.signature, language) + (cpp ? ";" : ""));
}

}  // namespace effk::cli
