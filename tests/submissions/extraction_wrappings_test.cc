// Known code goes in, wrapped in every combination of habits that models have; the same code must come out.
#include <string>
#include <vector>

#include "harness/submissions/extraction.h"
#include "tests/submissions/raw_texts.h"

namespace effk::submissions {
namespace {

struct Program {
  suite::Language language;
  std::string code;
};

const std::vector<Program>& programs() {
  static const std::vector<Program> all = {
      {kPython, "def solve(x):\n    return x\n"},
      {kPython,
       "from typing import List\n\nclass Solution:\n    \"\"\"It's the solution of a problem.\n\n    >>> "
       "solve([1])\n    "
       "\"\"\"\n\n    def solve(self, x: List[int]) -> int:\n        # Don't add, it's \"slow\"\n        "
       "return sum(\n     "
       "       v for v in x\n        )\n\n\nif __name__ == \"__main__\":\n    print(Solution().solve([1, "
       "2]))\n"},
      {kCpp, "int solve(int x) { return x; }\n"},
      {kCpp,
       "#include <vector>\n#include <string>\nusing namespace std;\n\n// It's the user's table.\nconst int "
       "kTable[] = {1, "
       "2};\n\ntemplate <typename T>\nT twice(T x) {\n  return 2 * x;\n}\n\nclass Solution {\n public:\n  "
       "long long "
       "solve(const vector<int>& x) {\n    string s = \"don't } stop\";\n    return x.empty() ? 1'000 : "
       "twice(x[0]);\n  "
       "}\n};\n\nint main() { Solution s; return (int)s.solve({}); }\n"},
  };
  return all;
}

std::string indent(const std::string& code, const std::string& by) {
  std::string result = by;
  for (std::size_t i = 0; i < code.size(); ++i) {
    result += code[i];
    if (code[i] == '\n' && i + 1 < code.size() && code[i + 1] != '\n') result += by;
  }
  return result;
}

std::string with_carriage_returns(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

std::vector<std::string> fenced(const Program& program) {
  const std::vector<std::string> tags = program.language == kCpp
                                            ? std::vector<std::string>{"", "cpp", "C++", "c++ "}
                                            : std::vector<std::string>{"", "python", "Python3", "py"};
  std::vector<std::string> result;
  for (const std::string mark : {"```", "~~~", "````"}) {
    for (const std::string& tag : tags) {
      for (const std::string by : {"", "  ", "\t"}) {
        result.push_back(by + mark + tag + "\n" + indent(program.code, by) + by + mark + "\n");
      }
    }
  }
  return result;
}

std::vector<std::string> bare(const Program& program) {
  return {program.code, program.code + "\n"};
}

std::string extracted(const std::string& text, const Program& program) {
  ExtractionRequest request;
  request.text = text;
  request.language = program.language;
  request.entry_point = "solve";
  return extract_code(request).code.value_or("(no code)");
}

std::string without_last_blank_lines(std::string code) {
  while (code.ends_with("\n\n")) code.pop_back();
  return code;
}

const std::vector<std::string> kBefore = {
    "",
    "Here's the solution you're after:\n\n",
    "Certainly! To solve this (quickly), we'll use a table.\n\n### Approach\n\n1. **Read** the list.\n2. "
    "Don't sort it.\n\n",
    "<think>\nThe user's list may be empty. Perhaps:\n```\ndef solve(x): return 0\n```\nno.\n</think>\n\nThe "
    "code:\n",
    "<|start_header_id|>assistant<|end_header_id|>\n\n",
};
const std::vector<std::string> kAfter = {
    "",
    "\nThis function returns the first element, since that's what is asked.\n",
    "\n### Explanation:\n\n- The list isn't sorted.\n- It runs in \\( O(n) \\) time.\n\nLet me know if you'd "
    "like more!",
    "<|eot_id|>",
};

void expect_same_code(const std::vector<std::string>& wrapped, const Program& program) {
  for (const std::string& before : kBefore) {
    for (const std::string& after : kAfter) {
      for (const std::string& middle : wrapped) {
        const std::string text = before + middle + after;
        EXPECT_EQ(without_last_blank_lines(extracted(text, program)), program.code) << text;
        EXPECT_EQ(without_last_blank_lines(extracted(with_carriage_returns(text), program)), program.code)
            << text;
      }
    }
  }
}

TEST(Extraction, GivesFencedCodeBackFromEveryCombinationOfWrappings) {
  for (const Program& program : programs()) expect_same_code(fenced(program), program);
}

TEST(Extraction, GivesUnfencedCodeBackFromEveryCombinationOfWrappings) {
  for (const Program& program : programs()) expect_same_code(bare(program), program);
}

TEST(Extraction, FindsItsOwnResultAgain) {
  for (const Program& program : programs()) {
    for (const std::string& text : fenced(program)) {
      const std::string once = extracted(text, program);
      EXPECT_EQ(extracted(once, program), once);
    }
  }
}

}  // namespace
}  // namespace effk::submissions
