#include "harness/submissions/prompt_program.h"

#include <gtest/gtest.h>

#include "harness/submissions/extraction.h"

namespace effk::submissions {
namespace {

constexpr const char* kPrompt =
    "from typing import List\nimport math\n\n\ndef helper(x):\n    return x\n\n\n"
    "def solve(xs: List[int]) -> int:\n    \"\"\"Doc.\"\"\"\n";
constexpr const char* kPreamble =
    "from typing import List\nimport math\n\n\ndef helper(x):\n    return x\n\n\n";

std::string program_of(std::string_view answer, std::string_view prompt = kPrompt, bool continues = true) {
  ExtractionRequest request;
  request.text = answer;
  request.language = suite::Language::python;
  request.entry_point = "solve";
  request.exact_prompt = prompt;
  if (continues) request.prompt = prompt;
  request.is_code_file = true;
  const Extraction extraction = extract_code(request);
  return extraction.rule + "\n" + extraction.code.value_or("");
}

TEST(Preamble, IsAllBeforeTheLastDefinitionOfTheEntryPoint) {
  EXPECT_EQ(preamble_of(kPrompt, "solve"), kPreamble);
  EXPECT_EQ(preamble_of("def solve(x):\n", "solve"), "");
  EXPECT_EQ(preamble_of("import a\n@a.cached\n@a.b(\n  1)\n# about\nasync def solve(x):\n", "solve"),
            "import a\n");
  EXPECT_EQ(preamble_of("def solve(x): pass\ny = 1\ndef solve(x): pass\n", "solve"),
            "def solve(x): pass\ny = 1\n");
  EXPECT_EQ(preamble_of("class A:\n    def solve(x): pass\n", "solve"), "class A:\n    def solve(x): pass\n");
  EXPECT_EQ(preamble_of("s = '''\ndef solve(x):\n'''\ndef solve(x):\n", "solve"),
            "s = '''\ndef solve(x):\n'''\n");
}

TEST(PromptProgram, OfABodyIsThePromptAndTheBody) {
  const std::string wanted = "as_is+prompt\n" + std::string(kPrompt) + "    return helper(len(xs))\n";
  EXPECT_EQ(program_of("    return helper(len(xs))\n"), wanted);
  EXPECT_EQ(program_of("return helper(len(xs))\n"), wanted);
  // Base models go on after the answer, also with the same function.
  const std::string more = "    return len(xs)\n\n\ndef solve(xs):\n    return 1\n";
  EXPECT_EQ(program_of(more), "as_is+prompt\n" + std::string(kPrompt) + more);
  const std::string helpers = "    return other(xs)\n\n\ndef other(xs):\n    return 1\n";
  EXPECT_EQ(program_of(helpers), "as_is+prompt\n" + std::string(kPrompt) + helpers);
}

TEST(PromptProgram, OfAWholeAnswerIsTheAnswerIfItLacksNothing) {
  for (const std::string answer :
       {"def solve(xs):\n    return len(xs)\n",
        "from typing import List\n\ndef solve(xs: List[int]):\n    return 1\n",
        "def solve(xs):\n    return xs.helper + xs.math\n",  // members of other things
        "def solve(xs):\n    # helper\n    return 'math'\n",
        "from __future__ import annotations\nimport time\nprint(time.time())\ndef solve(xs):\n    return 1\n",
        "import math\n\ndef helper(x):\n    return 2 * x\n\ndef solve(xs):\n    return "
        "math.floor(helper(1))\n"}) {
    EXPECT_EQ(program_of(answer), "as_is\n" + answer);
    EXPECT_EQ(program_of(answer, kPrompt, false), "as_is\n" + answer);
  }
}

TEST(PromptProgram, OfAWholeAnswerHasThePreambleWhoseNamesItLacks) {
  for (const std::string answer :
       {"def solve(xs: List[int]):\n    return 1\n", "def solve(xs) -> List[int]:\n    return xs\n",
        "def solve(xs):\n    return helper(1)\n",
        "def helper(x):\n    return math.floor(x)\n\ndef solve(xs):\n    return helper(1)\n"}) {
    EXPECT_EQ(program_of(answer), "as_is+preamble\n" + std::string(kPreamble) + answer);
    EXPECT_EQ(program_of(answer, kPrompt, false), "as_is+preamble\n" + std::string(kPreamble) + answer);
  }
  const std::string plain = "def solve(xs):\n    return floor(xs)\n";
  EXPECT_EQ(program_of(plain, "from math import *\ndef solve(xs):\n"),
            "as_is+preamble\nfrom math import *\n" + plain);
}

TEST(PromptProgram, BeginsWithTheFutureImportsOfTheAnswer) {
  EXPECT_EQ(
      program_of("\"\"\"About.\"\"\"\nfrom __future__ import annotations  # first\nfrom __future__ import (\n"
                 "    division)\n\ndef solve(xs: List[int]):\n    return 1\n"),
      "as_is+preamble\nfrom __future__ import annotations  # first\nfrom __future__ import (\n    "
      "division)\n" +
          std::string(kPreamble) + "\"\"\"About.\"\"\"\n\ndef solve(xs: List[int]):\n    return 1\n");
  EXPECT_EQ(program_of("from __future__ import annotations\n    return 1\n"),
            "as_is+prompt\nfrom __future__ import annotations\n" + std::string(kPrompt) + "    return 1\n");
}

TEST(PromptProgram, IsNotMadeWithoutAnExactPrompt) {
  const std::string answer = "def solve(xs: List[int]):\n    return 1\n";
  EXPECT_EQ(program_of(answer, ""), "as_is\n" + answer);
}

TEST(PromptProgram, OfNothingIsNone) {
  EXPECT_EQ(program_of(""), "none\n");
  EXPECT_EQ(program_of("# I cannot do that\n"), "none\n");
}

}  // namespace
}  // namespace effk::submissions
