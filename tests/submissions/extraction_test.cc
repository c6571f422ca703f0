#include "harness/submissions/extraction.h"

#include "tests/submissions/raw_texts.h"

namespace effk::submissions {
namespace {

TEST(Extraction, TakesTheFencedBlock) {
  expect_extraction({
      {"tag, prose around", kPython, "Sure!\n\n```python\ndef solve(x):\n    return x\n```\n\nIt returns x.",
       "fence", "def solve(x):\n    return x\n"},
      {"no tag", kPython, "Here you go:\n```\ndef solve(x):\n    return x\n```", "fence",
       "def solve(x):\n    return x\n"},
      {"short tag", kPython, "```py\ndef solve(x): return x\n```", "fence", "def solve(x): return x\n"},
      {"upper-case tag", kPython, "```Python\ndef solve(x): return x\n```", "fence",
       "def solve(x): return x\n"},
      {"words behind the tag", kPython, "```python title=\"solution.py\"\ndef solve(x): return x\n```",
       "fence", "def solve(x): return x\n"},
      {"pandoc's braces", kPython, "``` {.python .numberLines}\ndef solve(x): return x\n```", "fence",
       "def solve(x): return x\n"},
      {"tildes", kPython, "~~~python\ndef solve(x): return x\n~~~\n", "fence", "def solve(x): return x\n"},
      {"backticks inside tildes", kPython, "~~~\ndef solve(x):\n    '''\n    ```\n    '''\n    return x\n~~~",
       "fence", "def solve(x):\n    '''\n    ```\n    '''\n    return x\n"},
      {"four backticks", kPython, "````python\ndef solve(x): return x\n````", "fence",
       "def solve(x): return x\n"},
      {"carriage returns", kPython, "Code:\r\n```python\r\ndef solve(x):\r\n    return x\r\n```\r\n", "fence",
       "def solve(x):\n    return x\n"},
      {"indented in a list", kPython,
       "1. The code:\n   ```python\n   def solve(x):\n       return x\n   ```\n2. Done.", "fence",
       "def solve(x):\n    return x\n"},
      {"c++ tag", kCpp, "```c++\nint solve(int x) { return x; }\n```", "fence",
       "int solve(int x) { return x; }\n"},
      {"c tag on C++", kCpp, "```c\nint solve(int x) { return x; }\n```", "fence",
       "int solve(int x) { return x; }\n"},
      {"the whole block on one line", kPython, "```python def solve(x): return x```", "fence",
       "def solve(x): return x\n"},
      {"the closing fence glued to the code", kPython,
       "```python\ndef solve(x):\n    return x```\nThat is all.", "fence", "def solve(x):\n    return x"},
      {"a full stop behind the closing fence", kCpp, "```cpp\nint solve(int x) { return x; }\n```.\nBye.",
       "fence", "int solve(int x) { return x; }\n"},
      {"a whole answer in a markdown fence", kPython,
       "```markdown\nHere it is.\n```python\ndef solve(x): return x\n```\n```\n", "fence",
       "def solve(x): return x\n"},
      {"square-bracket tags", kPython, "[PYTHON]\ndef solve(x):\n    return x\n[/PYTHON]\nThis is it.",
       "fence", "def solve(x):\n    return x\n"},
      {"the language once more inside", kPython, "python\n```python\ndef solve(x): return x\n```",
       "word+fence", "def solve(x): return x\n"},
  });
}

TEST(Extraction, SeesNoFenceInsideTheCodesOwnStringsAndComments) {
  expect_extraction({
      {"docstring", kPython,
       "```python\ndef solve(x):\n    \"\"\"Example:\n    ```\n    solve(1)\n    ```\n    \"\"\"\n    return "
       "x\n```\nDone.",
       "fence",
       "def solve(x):\n    \"\"\"Example:\n    ```\n    solve(1)\n    ```\n    \"\"\"\n    return x\n"},
      {"block comment", kCpp, "```cpp\n/*\n```\nsolve(1)\n```\n*/\nint solve(int x) { return x; }\n```",
       "fence", "/*\n```\nsolve(1)\n```\n*/\nint solve(int x) { return x; }\n"},
      {"raw string", kCpp, "```cpp\nauto s = R\"(\n```\n)\";\nint solve(int x) { return x; }\n```", "fence",
       "auto s = R\"(\n```\n)\";\nint solve(int x) { return x; }\n"},
      {"no fence at all but those", kPython,
       "def solve(x):\n    '''\n    ```\n    1\n    ```\n    '''\n    return x\n", "as_is",
       "def solve(x):\n    '''\n    ```\n    1\n    ```\n    '''\n    return x\n"},
      {"a string that is never closed hides no fence", kPython,
       "```python\ndef solve(x):\n    return '''x\n```\nDone.", "fence", "def solve(x):\n    return '''x\n"},
  });
}

TEST(Extraction, PutsUpWithAFenceThatIsMissing) {
  expect_extraction({
      {"no closing fence", kPython, "Here:\n```python\ndef solve(x):\n    return x\n", "fence_unclosed",
       "def solve(x):\n    return x\n"},
      {"no closing fence, prose after", kPython,
       "```python\ndef solve(x):\n    return x\n\nThis function returns its argument.\n", "fence_unclosed",
       "def solve(x):\n    return x\n"},
      {"cut in the middle", kCpp, "```cpp\nint solve(int x) {\n  int y =", "fence_unclosed",
       "int solve(int x) {\n  int y ="},
      {"closing fence only", kPython, "def solve(x):\n    return x\n```\n\nThis works because x is x.",
       "fence_closing_only", "def solve(x):\n    return x\n"},
      {"closing fence only, C++", kCpp, "#include <vector>\nint solve(int x) {\n  return x;\n}\n```",
       "fence_closing_only", "#include <vector>\nint solve(int x) {\n  return x;\n}\n"},
      {"closing fence only, then an example", kPython,
       "def solve(x):\n    return x\n```\nExample:\n```python\nprint(solve(1))\n```\n", "fence_closing_only",
       "def solve(x):\n    return x\n"},
      {"closing fence only, language word first", kPython, "python\ndef solve(x):\n    return x\n```",
       "word+fence_closing_only", "def solve(x):\n    return x\n"},
      {"a second opening where a closing was due", kPython,
       "```python\nimport math\n\n```python\ndef solve(x):\n    return math.sqrt(x)\n```", "fence+helpers",
       "import math\n\ndef solve(x):\n    return math.sqrt(x)\n"},
  });
}

TEST(Extraction, ChoosesTheFirstBlockThatDefinesTheEntryPoint) {
  expect_extraction({
      {"usage after", kPython,
       "```python\ndef solve(x):\n    return x\n```\nUse:\n```python\nprint(solve(2))\n```", "fence",
       "def solve(x):\n    return x\n"},
      {"usage before", kPython,
       "```python\nsolve(2)  # 2\n```\nCode:\n```python\ndef solve(x):\n    return x\n```", "fence",
       "def solve(x):\n    return x\n"},
      {"install command before", kPython,
       "```bash\npip install x\n```\n```python\ndef solve(x): return x\n```", "fence",
       "def solve(x): return x\n"},
      {"two versions", kPython,
       "```python\ndef solve(x):\n    return x\n```\nor\n```python\ndef solve(x):\n    return +x\n```",
       "fence", "def solve(x):\n    return x\n"},
      {"a stub before", kPython,
       "You want\n```python\ndef solve(x):\n    \"\"\"Returns x.\"\"\"\n    pass\n```\nso\n```python\ndef "
       "solve(x):\n"
       "    return x\n```",
       "fence", "def solve(x):\n    return x\n"},
      {"a C++ stub before", kCpp,
       "```cpp\nint solve(int x) {\n  // your code\n}\n```\n```cpp\nint solve(int x) { return x; }\n```",
       "fence", "int solve(int x) { return x; }\n"},
      {"a declaration before", kCpp,
       "```cpp\nint solve(int x);\n```\n```cpp\nint solve(int x) { return x; }\n```", "fence",
       "int solve(int x) { return x; }\n"},
      {"a mention in a comment before", kPython,
       "```python\n# def solve(x): comes later\ny = 'def solve(x): no'\n```\n```python\ndef solve(x): return "
       "x\n```",
       "fence", "def solve(x): return x\n"},
      {"another language before", kPython,
       "```cpp\nint solve(int x) { return x; }\n```\n```python\ndef solve(x): return x\n```", "fence",
       "def solve(x): return x\n"},
      {"another language after", kCpp,
       "```cpp\nint solve(int x) { return x; }\n```\n```python\ndef solve(x): return x\n```", "fence",
       "int solve(int x) { return x; }\n"},
      {"tagged before untagged", kPython,
       "```\ndef solve(x): return 0\n```\n```python\ndef solve(x): return x\n```", "fence",
       "def solve(x): return x\n"},
      {"a method of Solution", kCpp,
       "```cpp\nclass Solution {\n public:\n  int solve(int x) { return x; }\n};\n```\n```cpp\nint main() { "
       "Solution().solve(1); }\n```",
       "fence", "class Solution {\n public:\n  int solve(int x) { return x; }\n};\n"},
      {"only a stub", kPython, "```python\ndef solve(x):\n    pass\n```", "fence",
       "def solve(x):\n    pass\n"},
      {"output of an example between", kPython,
       "```\n1 2 3\n```\nand\n```\ndef solve(x):\n    return x\n```\n```\n>>> solve(1)\n1\n```", "fence",
       "def solve(x):\n    return x\n"},
  });
}

TEST(Extraction, AddsBlocksThatDefineWhatTheChosenOneUses) {
  expect_extraction({
      {"helper in an earlier block", kPython,
       "First a helper:\n```python\ndef is_prime(n):\n    return n > 1\n```\nThen:\n```python\ndef "
       "solve(x):\n    return "
       "is_prime(x)\n```",
       "fence+helpers", "def is_prime(n):\n    return n > 1\ndef solve(x):\n    return is_prime(x)\n"},
      {"helper in a later block goes first in C++", kCpp,
       "```cpp\nint solve(int x) { return twice(x); }\n```\nwith\n```cpp\nint twice(int x) { return 2 * x; "
       "}\n```",
       "fence+helpers", "int twice(int x) { return 2 * x; }\nint solve(int x) { return twice(x); }\n"},
      {"a helper's helper", kPython,
       "```python\ndef a(n): return n\n```\n```python\ndef b(n): return a(n)\n```\n```python\ndef solve(x): "
       "return b(x)\n```",
       "fence+helpers", "def a(n): return n\ndef b(n): return a(n)\ndef solve(x): return b(x)\n"},
      {"includes on their own", kCpp,
       "```cpp\n#include <vector>\nusing namespace std;\n```\n```cpp\nvector<int> solve(vector<int> v) { "
       "return v; }\n```",
       "fence+helpers",
       "#include <vector>\nusing namespace std;\nvector<int> solve(vector<int> v) { return v; }\n"},
      {"not what is there already", kPython,
       "```python\ndef f(n): return 0\n```\nbetter:\n```python\ndef f(n): return n\ndef solve(x): return "
       "f(x)\n```",
       "fence", "def f(n): return n\ndef solve(x): return f(x)\n"},
      {"not tests", kPython,
       "```python\ndef solve(x): return x\n```\n```python\ndef test_solve():\n    assert solve(1) == "
       "1\ntest_solve()\n```",
       "fence", "def solve(x): return x\n"},
      {"not a line of the explanation", kPython,
       "```python\ndef solve(n, m):\n    total = sum(range(n, m))\n    return total\n```\n1. First the sum:\n"
       "   ```python\n   total = sum(range(n, m))\n   ```",
       "fence", "def solve(n, m):\n    total = sum(range(n, m))\n    return total\n"},
      {"a constant in a block of its own", kPython,
       "```python\nLIMIT = 10\n```\n```python\ndef solve(n):\n    n = min(n, LIMIT)\n    return n\n```",
       "fence+helpers", "LIMIT = 10\ndef solve(n):\n    n = min(n, LIMIT)\n    return n\n"},
      {"a class in two blocks", kCpp,
       "```cpp\nclass Solution {\n public:\n```\nand\n```cpp\n  int solve(int x) { return x; }\n};\n```",
       "fence", "  int solve(int x) { return x; }\n};\n"},
  });
}

TEST(Extraction, JoinsBlocksWhenNoSingleOneDefinesTheEntryPoint) {
  expect_extraction({
      {"a head and its body", kPython, "```python\ndef solve(x):\n```\nthen\n```python\n    return x\n```",
       "fence_joined", "def solve(x):\n    return x\n"},
      {"another name", kPython, "```python\ndef answer(x): return x\n```\n```python\nprint(answer(2))\n```",
       "fence_joined", "def answer(x): return x\nprint(answer(2))\n"},
  });
}

TEST(Extraction, CutsProseAroundCodeWithoutAFence) {
  expect_extraction({
      {"before and after, Python", kPython,
       "Here's the function you asked for:\n\ndef solve(x):\n    return x\n\nThis function returns x. Let me "
       "know!",
       "unfenced", "def solve(x):\n    return x\n"},
      {"imports first", kPython,
       "The solution is below.\nimport math\nfrom typing import List\n\ndef solve(x):\n    return "
       "math.sqrt(x)\n",
       "unfenced", "import math\nfrom typing import List\n\ndef solve(x):\n    return math.sqrt(x)\n"},
      {"only after, with bullets", kPython,
       "def solve(x):\n    return x\n\n**Explanation**\n- It takes x.\n- It returns x.\n", "unfenced",
       "def solve(x):\n    return x\n"},
      {"a list with bold heads after", kPython,
       "def solve(x):\n    return x\n### Explanation:\n\n1. **Initialization**:\n   - `x`: it's given.\n",
       "unfenced", "def solve(x):\n    return x\n"},
      {"numbered steps before", kPython, "1. Take x.\n2. Return it.\n\ndef solve(x):\n    return x\n",
       "unfenced", "def solve(x):\n    return x\n"},
      {"a heading before", kPython, "### Solution\n\nWe simply return it.\n\ndef solve(x):\n    return x\n",
       "unfenced", "def solve(x):\n    return x\n"},
      {"before and after, C++", kCpp,
       "Here's a solution that doesn't loop:\n\n#include <vector>\nint solve(int x) {\n  return "
       "x;\n}\n\nTime complexity is "
       "O(1).\nSpace is O(1).",
       "unfenced", "#include <vector>\nint solve(int x) {\n  return x;\n}\n"},
      {"C++ without a directive", kCpp,
       "Sure, here is the code.\n\nlong long solve(int x)\n{\n  return x;\n}\n\nNote: fine.", "unfenced",
       "long long solve(int x)\n{\n  return x;\n}\n"},
      {"a class", kCpp,
       "We use a class for that:\nclass Solution {\npublic:\n  int solve(int x) { return x; }\n};\nHope this "
       "helps!",
       "unfenced", "class Solution {\npublic:\n  int solve(int x) { return x; }\n};\n"},
      {"prose in a docstring stays", kPython,
       "def solve(x):\n    \"\"\"\nThis is the function that you want.\n\"\"\"\n    return x\n", "as_is",
       "def solve(x):\n    \"\"\"\nThis is the function that you want.\n\"\"\"\n    return x\n"},
      {"fences around examples only", kPython,
       "def solve(x):\n    return x\n\nFor example\n```\nsolve(1)\n```\ngives\n```\n1\n```\n",
       "fence_closing_only", "def solve(x):\n    return x\n"},
      {"prose, code, and a closing fence", kPython,
       "Here is the code:\n\ndef solve(x):\n    return x\n```\nEnjoy.", "unfenced",
       "def solve(x):\n    return x\n"},
  });
}

TEST(Extraction, TakesPlainCodeAsItIs) {
  expect_extraction({
      {"Python", kPython, "import math\n\n\ndef solve(x):\n    return x\n\n\nprint(solve(1))\n", "as_is",
       "import math\n\n\ndef solve(x):\n    return x\n\n\nprint(solve(1))\n"},
      {"a match statement", kPython,
       "def solve(x):\n    return x\n\nmatch solve(1):\n    case 1:\n        pass\n", "as_is",
       "def solve(x):\n    return x\n\nmatch solve(1):\n    case 1:\n        pass\n"},
      {"a lambda", kPython, "solve = lambda x: x\n", "as_is", "solve = lambda x: x\n"},
      {"C++ with macros", kCpp,
       "#include <bits/stdc++.h>\n#define ll long long\nusing namespace std;\nstatic unsigned ll n;\n"
       "ll solve(ll x) { return x + n; }\n",
       "as_is",
       "#include <bits/stdc++.h>\n#define ll long long\nusing namespace std;\nstatic unsigned ll n;\n"
       "ll solve(ll x) { return x + n; }\n"},
      {"the language on a line of its own", kCpp, "cpp\nint solve(int x) { return x; }\n", "word+as_is",
       "int solve(int x) { return x; }\n"},
      {"a byte order mark", kPython,
       "\xef\xbb\xbf"
       "def solve(x): return x\n",
       "as_is", "def solve(x): return x\n"},
  });
}

TEST(Extraction, FindsNoCodeWhereThereIsNone) {
  expect_extraction({
      {"nothing", kPython, "", "none", ""},
      {"blanks", kPython, " \n\t\r\n", "none", ""},
      {"a refusal", kPython, "I'm sorry, but I can't help with that.", "none", ""},
      {"a refusal, C++", kCpp, "I am not able to write this function.", "none", ""},
      {"an empty block", kPython, "Here:\n```python\n```\n", "none", ""},
      {"a block of comments", kPython, "```python\n# TODO\n```", "none", ""},
      {"only another language", kCpp, "```python\ndef solve(x): return x\n```", "none", ""},
      {"a sentence about code", kPython, "You should call `solve(x)` and return its result.", "none", ""},
      {"a single word", kPython, "Sure", "none", ""},
      {"a formula", kPython, "The answer:\n\\[ x^2 \\]\n", "none", ""},
      {"only thinking", kPython, "<think>\n```python\ndef solve(x): return x\n```", "thinking+none", ""},
  });
}

TEST(Extraction, TakesACodeFileByteForByteUnlessItHasFences) {
  const auto extract = [](std::string_view text) {
    ExtractionRequest request;
    request.text = text;
    request.language = kPython;
    request.entry_point = "solve";
    request.is_code_file = true;
    return extract_code(request);
  };
  for (const std::string_view text : {"def solve(x):\r\n    return x\r\n", "This is not code at all\n",
                                      "def other(): pass\nprint 'python 2'\n"}) {
    EXPECT_EQ(extract(text).code, text);
    EXPECT_EQ(extract(text).rule, "as_is");
  }
  EXPECT_EQ(extract("Here:\n```python\ndef solve(x): return x\n```").code, "def solve(x): return x\n");
  EXPECT_EQ(extract("Here:\n```python\ndef solve(x): return x\n```").rule, "fence");
}

TEST(FenceLanguage, IsThatOfTheBlockWithTheEntryPointElseTheFirstNamed) {
  EXPECT_EQ(fence_language("```cpp\nint solve(int x) { return x; }\n```", "solve"), kCpp);
  EXPECT_EQ(fence_language("```cpp\nint f();\n```\n```python\ndef solve(x): return x\n```", "solve"),
            kPython);
  EXPECT_EQ(fence_language("```bash\nls\n```\n```py\nx = 1\n```\n```cpp\nint x;\n```", "solve"), kPython);
  EXPECT_EQ(fence_language("```\ndef solve(x): return x\n```", "solve"), std::nullopt);
  EXPECT_EQ(fence_language("def solve(x): return x\n", "solve"), std::nullopt);
}

}  // namespace
}  // namespace effk::submissions
