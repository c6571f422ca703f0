// tests/submissions/imported_fixture.h -- a small suite as an importer would make it: Python only, with
// numbers, other names and exact prompts. Problem 1 is missing, as in a selection of a benchmark.
#pragma once

#include <gmock/gmock.h>

#include "tests/submissions/intake_fixture.h"

namespace effk::submissions {

inline constexpr const char* kFirstPrompt =
    "from typing import List\n\n\ndef first(xs: List[int]) -> int:\n    \"\"\"The first.\"\"\"\n";
inline constexpr const char* kTwicePrompt = "def twice(x):\n    \"\"\"Twice x.\"\"\"\n";
inline constexpr const char* kRootPrompt =
    "import math\n\n\ndef poly(xs, x):\n    return sum(c * math.pow(x, i) for i, c in enumerate(xs))\n\n\n"
    "def root(xs):\n    \"\"\"Where poly is 0.\"\"\"\n";

class ImportedTest : public IntakeTest {
 protected:
  ImportedTest() {
    suite_.name = "bench";
    suite_.problems.clear();
    add("Bench_0", "Bench/0", "first", kFirstPrompt);
    add("Bench_10", "Bench/10", "root", kRootPrompt);
    add("Bench_2", "Bench/2", "twice", kTwicePrompt);
  }

  void add(const char* id, const char* alias, const char* entry_point, const char* prompt) {
    suite::Problem problem;
    problem.id = id;
    problem.aliases = {alias};
    problem.prompt = prompt;
    problem.languages = {suite::Language::python};
    problem.signature.entry_point = entry_point;
    suite_.problems.push_back(problem);
  }

  // The code of the only model's samples, in order.
  static std::vector<std::string> codes(const Intake& intake) {
    std::vector<std::string> codes;
    for (const Sample& sample : intake.submissions.at(0).samples)
      codes.push_back(sample.code.value_or("(none)"));
    return codes;
  }

  // "origin: reason" of each sample that was left out.
  std::vector<std::string> skips(const Intake& intake) const {
    std::vector<std::string> lines;
    for (const Skipped& skipped : intake.skipped) {
      std::string line = skipped.origin + ": " + skipped.reason;
      if (line.starts_with(root_.string())) line = line.substr(root_.string().size() + 1);
      lines.push_back(line);
    }
    return lines;
  }
};

}  // namespace effk::submissions
