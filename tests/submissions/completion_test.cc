#include "harness/submissions/prompt_join.h"

#include "tests/submissions/raw_texts.h"

namespace effk::submissions {
namespace {

struct Completion {
  const char* about;
  suite::Language language;
  std::string_view prompt;
  std::string_view text;
  std::string_view rule;
  std::string_view code;
};

void expect_completion(std::initializer_list<Completion> table) {
  for (const Completion& row : table) {
    SCOPED_TRACE(row.about);
    ExtractionRequest request;
    request.text = row.text;
    request.language = row.language;
    request.entry_point = "solve";
    request.prompt = row.prompt;
    const Extraction extraction = extract_code(request);
    EXPECT_EQ(extraction.rule, row.rule);
    EXPECT_EQ(extraction.code.value_or(""), row.code);
  }
}

constexpr std::string_view kDef = "def solve(x: int) -> int:";
constexpr std::string_view kHead = "long long solve(long long x)";

TEST(Completion, GoesBehindThePromptIfItDoesNotDefineTheEntryPoint) {
  expect_completion({
      {"a body", kPython, kDef, "    return x\n", "as_is+prompt",
       "def solve(x: int) -> int:\n    return x\n"},
      {"a body behind a docstring", kPython, "def solve(x):\n    \"\"\" Doc. \"\"\"\n", "    return x\n",
       "as_is+prompt", "def solve(x):\n    \"\"\" Doc. \"\"\"\n    return x\n"},
      {"a body and more", kPython, kDef, "    return f(x)\n\n\ndef f(x):\n    return x\n", "as_is+prompt",
       "def solve(x: int) -> int:\n    return f(x)\n\n\ndef f(x):\n    return x\n"},
      {"an empty line first", kPython, kDef, "\n    return x\n", "as_is+prompt",
       "def solve(x: int) -> int:\n    return x\n"},
      {"a body up to a fence", kPython, kDef, "    y = x\n    return y\n```\n", "fence_closing_only+prompt",
       "def solve(x: int) -> int:\n    y = x\n    return y\n"},
      {"a fenced body", kPython, kDef, "```python\n    return x\n```\nIt returns x.", "fence+prompt",
       "def solve(x: int) -> int:\n    return x\n"},
      {"a body and prose", kPython, kDef, "    return x\n\nThis function returns x.", "unfenced+prompt",
       "def solve(x: int) -> int:\n    return x\n"},
      {"a body that only calls itself", kPython, kDef, "    return solve(x - 1) if x else 0\n",
       "as_is+prompt", "def solve(x: int) -> int:\n    return solve(x - 1) if x else 0\n"},
      {"C++ body with its closing brace", kCpp, kHead, "    return x;\n}\n", "as_is+prompt",
       "long long solve(long long x) {\n    return x;\n}\n"},
      {"C++ body with both braces", kCpp, kHead, "{\n    return x;\n}\n", "as_is+prompt",
       "long long solve(long long x)\n{\n    return x;\n}\n"},
      {"C++ body with no brace", kCpp, kHead, "  return x;\n", "as_is+prompt",
       "long long solve(long long x) {\n  return x;\n}\n"},
      {"C++ prompt with a brace", kCpp, "long long solve(long long x) {\n", "  return x;\n}\n",
       "as_is+prompt", "long long solve(long long x) {\n  return x;\n}\n"},
      {"C++ prompt with a semicolon", kCpp, "int solve(int x);", "  return x;\n}\n", "as_is+prompt",
       "int solve(int x) {\n  return x;\n}\n"},
  });
}

TEST(Completion, StandsAloneIfItDefinesTheEntryPoint) {
  expect_completion({
      {"plain", kPython, kDef, "def solve(x):\n    return x\n", "as_is", "def solve(x):\n    return x\n"},
      {"fenced", kPython, kDef, "Sure:\n```python\ndef solve(x):\n    return x\n```", "fence",
       "def solve(x):\n    return x\n"},
      {"C++", kCpp, kHead, "```cpp\nlong long solve(long long x) { return x; }\n```", "fence",
       "long long solve(long long x) { return x; }\n"},
  });
}

TEST(Completion, WithoutCodeIsNotThePromptAlone) {
  expect_completion({
      {"nothing", kPython, kDef, "", "none", ""},
      {"a refusal", kPython, kDef, "I cannot complete this function.", "none", ""},
      {"only the end of a turn", kPython, kDef, "<|im_end|>", "chat+none", ""},
  });
}

TEST(PromptJoin, RestoresIndentationThatWasLost) {
  const auto join = [](std::string_view body) { return join_prompt("def solve(x):", body, kPython); };
  EXPECT_EQ(join("return x"), "def solve(x):\n    return x");
  EXPECT_EQ(join("y = x\nreturn y\n"), "def solve(x):\n    y = x\n    return y\n");
  EXPECT_EQ(join("y = x\n    return y\n"), "def solve(x):\n    y = x\n    return y\n");
  EXPECT_EQ(join("if x:\n    return 1\nreturn 0\n"),
            "def solve(x):\n    if x:\n        return 1\n    return 0\n");
  EXPECT_EQ(join("if x:\n        return 1\n    return 0\n"),
            "def solve(x):\n    if x:\n        return 1\n    return 0\n");
  EXPECT_EQ(join("for y in x:\n        yield y\n"), "def solve(x):\n    for y in x:\n        yield y\n");
  EXPECT_EQ(join("def f(y):\n        return y\n    return f(x)\n"),
            "def solve(x):\n    def f(y):\n        return y\n    return f(x)\n");
  EXPECT_EQ(join("def f(y):\n    return y\nreturn f(x)\n"),
            "def solve(x):\n    def f(y):\n        return y\n    return f(x)\n");
  EXPECT_EQ(join("import math\n    return math.sqrt(x)\n"),
            "def solve(x):\n    import math\n    return math.sqrt(x)\n");
  EXPECT_EQ(join("def f(y):\n    return y\n"), "def solve(x):\ndef f(y):\n    return y\n");
  EXPECT_EQ(join("return (x +\n1)\n"), "def solve(x):\n    return (x +\n    1)\n");
  EXPECT_EQ(join("    return x\n"), "def solve(x):\n    return x\n");
}

}  // namespace
}  // namespace effk::submissions
