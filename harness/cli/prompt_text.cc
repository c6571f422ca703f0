#include "harness/cli/prompt_text.h"

#include <fmt/format.h>

namespace effk::cli {

std::string code_start(const suite::Problem& problem, suite::Language language) {
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
