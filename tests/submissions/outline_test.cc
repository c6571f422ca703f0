#include "harness/submissions/outline.h"

#include <gtest/gtest.h>

#include "tests/submissions/raw_texts.h"

namespace effk::submissions {
namespace {

Definition python(std::string_view code) {
  return definition_in(code, kPython, "solve");
}
Definition cpp(std::string_view code) {
  return definition_in(code, kCpp, "solve");
}

TEST(PythonDefinition, IsAFunctionAMethodOfSolutionOrAnAssignment) {
  for (const std::string_view code : {
           "def solve(x):\n    return x\n",
           "async def solve(x):\n    return x\n",
           "def solve(x): return x",
           "def solve(x: dict[str, int] = {'a': 1}) -> int: return x",
           "    def solve(x):\n        return x\n",
           "class Solution:\n    def solve(self, x):\n        return x\n",
           "class Solution(object):\n    '''Doc.'''\n    @staticmethod\n    def solve(x):\n        return "
           "x\n",
           "solve = lambda x: x\n",
           "solve: object = abs\n",
           "try:\n    import x\nexcept ImportError:\n    def solve(x):\n        return x\n",
           "def solve(\n    x,  # the value\n    y):\n    return x\n",
           "def solve(x):\n    '''Doc'''\n    # comment\n    return x\n",
           "def solve(x):\n    def helper():\n        pass\n    return helper\n",
           "from functools import cache\n@cache\ndef solve(x):\n  return x",
           "x = \"\"\"\ndef other(): pass\n\"\"\"\ndef solve(x):\n\treturn x\n",
       }) {
    EXPECT_EQ(python(code), Definition::full) << code;
  }
}

TEST(PythonDefinition, IsNotAMentionACallOrAnInnerFunction) {
  for (const std::string_view code : {
           "# def solve(x): return x\n",
           "'''\ndef solve(x):\n    return x\n'''\n",
           "print('def solve(x): pass')\n",
           "solve(3)\n",
           "y = solve\n",
           "assert solve(1) == 1\n",
           "def other(solve=1):\n    return solve\n",
           "def other():\n    def solve(x):\n        return x\n    return 1\n",
           "class Other:\n    def solve(self): return 1\n",
           "class Solution:\n    class Inner:\n        def solve(self): return 1\n",
           "def solve2(x): return x\n",
           "x.solve = 3\n",
           "f(solve=3)\n",
       }) {
    EXPECT_EQ(python(code), Definition::none) << code;
  }
}

TEST(PythonDefinition, IsAStubWithoutAStatementThatDoesSomething) {
  for (const std::string_view code :
       {"def solve(x):\n    pass\n", "def solve(x): ...\n", "def solve(x):\n    '''Doc'''\n",
        "def solve(x):\n", "def solve(x):\n    raise NotImplementedError()\n",
        "class Solution:\n    def solve(self):\n        pass\n",
        "def solve(x):\n    # TODO\n    pass\n\nprint(1)\n"}) {
    EXPECT_EQ(python(code), Definition::stub) << code;
  }
}

TEST(CppDefinition, IsAFunctionWithABodyAtTheOutermostLevelOrInSolution) {
  for (const std::string_view code : {
           "int solve(int x) { return x; }",
           "int solve(int x)\n{\n  return x;\n}",
           "auto solve(int x) -> std::vector<int> { return {x}; }",
           "template <typename T, class U = std::map<T, int>>\nT solve(T x) { return x; }",
           "std::map<int, std::vector<int>> solve(const std::vector<int>& x, int y = f(3)) noexcept { return "
           "{}; }",
           "class Solution {\n public:\n  int solve(int x) const { return x; }\n};",
           "struct Solution { int y = 0; int solve(int x) { return x; } };",
           "class Solution { public: int solve(int x); };\nint Solution::solve(int x) { return x; }",
           "namespace n { int solve(int x) { return x; } }",
           "extern \"C\" { int solve(int x) { return x; } }",
           "#define LL long long\nLL solve(LL x) { return x; }",
           "struct P { int a[2]; };\nenum class E { a, b };\nint solve(P p) { return p.a[0]; }",
           "const int kTable[] = {1, 2, 3};\nint solve(int x) { return kTable[x]; }",
           "[[nodiscard]] __attribute__((noinline)) int solve(int x) { return x; }",
           "auto solve = [](int x) { return x; };",
           "struct Node* solve(struct Node* x) { return x; }",
           "char c = '{'; const char* s = \"}{\"; /* { */ // {\nint solve(int x) { return 1'000; }",
           "int f(int x) { if (x) { return 1; } return 0; }\nint solve(int x) { return f(x); }",
           "int solve(int x) {\n  return x",
           "class Solution : public Base<int> {\n  using T = int;\n private:\n  T n;\n public:\n  Solution() "
           ": n(1) {}\n  T solve(T x) "
           "{ return x; }\n};",
       }) {
    EXPECT_EQ(cpp(code), Definition::full) << code;
  }
}

TEST(CppDefinition, IsNotADeclarationACallOrAMention) {
  for (const std::string_view code : {
           "int solve(int x);",
           "// int solve(int x) { return x; }",
           "/* int solve(int x) { return x; } */",
           "const char* s = \"int solve(int x) { return x; }\";",
           "auto s = R\"x(int solve(int x) { return x; })x\";",
           "int main() { return solve(3); }",
           "int main() { if (solve(3)) { return 1; } }",
           "int y = solve(3);",
           "class Other { int solve(int x) { return x; } };",
           "class Solution { struct In { int solve(int x) { return x; } }; };",
           "int resolve(int x) { return x; }",
           "#define solve(x) { x }\n",
       }) {
    const Definition found = cpp(code);
    const bool macro = code.starts_with("#define");  // a macro of that name may well be the solution
    EXPECT_EQ(found, macro ? Definition::full : Definition::none) << code;
  }
}

TEST(CppDefinition, IsAStubWithAnEmptyBody) {
  EXPECT_EQ(cpp("int solve(int x) {}"), Definition::stub);
  EXPECT_EQ(cpp("int solve(int x) {\n  // write your code here\n}"), Definition::stub);
}

TEST(Definition, OfAWholeProgramIsAMainOrAnyStatement) {
  EXPECT_EQ(definition_in("int main() { return 0; }", kCpp, ""), Definition::full);
  EXPECT_EQ(definition_in("int f() { return 0; }", kCpp, ""), Definition::none);
  EXPECT_EQ(definition_in("print(input())\n", kPython, ""), Definition::full);
  EXPECT_EQ(definition_in("# nothing\n", kPython, ""), Definition::none);
}

TEST(Lexer, PutsEveryByteThatIsNotBlankIntoExactlyOneToken) {
  const std::string_view text =
      "def f(x): return \"a\" + 'b  # no' # yes\n\tr'\\' \xe2\x80\x9c?\xe2\x80\x9d $ R\"(x)\" 1e+5 /* open";
  for (const suite::Language language : suite::kLanguages) {
    std::size_t end = 0;
    for (const Token& token : tokens_of(text, language)) {
      ASSERT_GE(token.offset, end);
      EXPECT_EQ(text.substr(end, token.offset - end).find_first_not_of(" \t\n\r\f\v"),
                std::string_view::npos);
      EXPECT_EQ(token.text, text.substr(token.offset, token.text.size()));
      EXPECT_FALSE(token.text.empty());
      end = token.end();
    }
    EXPECT_EQ(text.substr(end).find_first_not_of(" \t\n\r\f\v"), std::string_view::npos);
  }
}

}  // namespace
}  // namespace effk::submissions
