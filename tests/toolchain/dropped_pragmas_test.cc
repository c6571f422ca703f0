#include "harness/toolchain/cpp/dropped_pragmas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace effk::toolchain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  const char* name;
  std::string source;
  std::vector<std::string> dropped;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.source;
}

const Case kCases[] = {
    {"Plain", "#pragma GCC optimize(\"O3\")\nint a;\n", {"#pragma GCC optimize(\"O3\")"}},
    {"EachKind",
     "#pragma GCC target(\"avx2\")\n#pragma GCC push_options\n#pragma GCC pop_options\n"
     "#pragma GCC reset_options\n#pragma GCC optimize 3\n",
     {"#pragma GCC target(\"avx2\")", "#pragma GCC push_options", "#pragma GCC pop_options",
      "#pragma GCC reset_options", "#pragma GCC optimize 3"}},
    {"Spaces", " \t# \t pragma\tGCC   optimize (\"O3\")  \r\n", {"#pragma GCC optimize (\"O3\")"}},
    {"NoNewlineAtTheEnd", "#pragma GCC optimize(\"O3\")", {"#pragma GCC optimize(\"O3\")"}},
    {"Digraph", "%:pragma GCC optimize(\"O3\")\n", {"#pragma GCC optimize(\"O3\")"}},
    {"Continued", "#pragma \\\n GCC \\\n optimize(\"O3\")\nint a;\n", {"#pragma GCC optimize(\"O3\")"}},
    {"ContinuedWithinAWord", "#prag\\\nma GCC opti\\\nmize(\"O3\")\n", {"#pragma GCC optimize(\"O3\")"}},
    {"ContinuedWithBlanksBehindTheBackslash",
     "#pragma GCC \\  \noptimize(\"O3\")\n",
     {"#pragma GCC optimize(\"O3\")"}},
    {"ContinuedBeforeIt", "\\\n#pragma GCC optimize(\"O3\")\n", {"#pragma GCC optimize(\"O3\")"}},
    {"CommentsBetween",
     "/* a */ # /* b */ pragma /* c\nd */ GCC /**/ optimize(\"O3\") // e\nint a;\n",
     {"#pragma GCC optimize(\"O3\")"}},
    {"CommentThatBeginsInIt",
     "#pragma GCC optimize(\"O3\") /* begins\nends */\nint a;\n",
     {"#pragma GCC optimize(\"O3\")"}},
    {"BehindACommentOfSeveralLines",
     "/* one\ntwo */ #pragma GCC optimize(\"O3\")\n",
     {"#pragma GCC optimize(\"O3\")"}},
    {"Operator", "_Pragma(\"GCC optimize(\\\"O3\\\")\") int a;\n", {"_Pragma(\"GCC optimize(\"O3\")\")"}},
    {"OperatorWithSpaces",
     "int b; _Pragma \\\n ( L\" GCC target(\\\"avx2\\\")\" ) int c;\n",
     {"_Pragma(\" GCC target(\"avx2\")\")"}},
    {"OperatorWithARawString",
     "_Pragma(R\"x(GCC optimize(\"O3\"))x\")\n",
     {"_Pragma(\"GCC optimize(\"O3\")\")"}},
    {"OperatorInAMacro",
     "#define FAST _Pragma(\"GCC optimize(3)\") \\\n inline\nFAST int f();\n",
     {"_Pragma(\"GCC optimize(3)\")"}},
    {"OperatorWhoseTextAMacroMakes",
     "#define DO(x) _Pragma(#x)\nDO(GCC optimize(\"O3\"))\n",
     {"_Pragma(#x)"}},
    {"SeveralOperatorsOnALine",
     "_Pragma(\"GCC push_options\") _Pragma(\"once\") _Pragma(\"GCC pop_options\")\n",
     {"_Pragma(\"GCC push_options\")", "_Pragma(\"GCC pop_options\")"}},

    {"OtherPragmasStay",
     "#pragma once\n#pragma GCC unroll 4\n#pragma GCC ivdep\n#pragma omp simd\n#pragma GCC diagnostic push\n",
     {}},
    {"OtherVendorsStay", "#pragma clang optimize on\n#pragma STDC FP_CONTRACT ON\n", {}},
    {"NotAtTheStartOfALine", "int a; #pragma GCC optimize(\"O3\")\n", {}},
    {"LineComment", "// \\\n#pragma GCC optimize(\"O3\")\nint a;\n", {}},
    {"BlockComment", "/*\n#pragma GCC optimize(\"O3\")\n*/ int a;\n", {}},
    {"String", "const char* s = \"#pragma GCC optimize(3) _Pragma(\\\"GCC optimize\\\")\";\n", {}},
    {"RawString", "const char* s = R\"(\n#pragma GCC optimize(\"O3\")\n)\";\nint a;\n", {}},
    {"RawStringWithDelimiter", "auto s = u8R\"xy(\n)\" \"\n#pragma GCC optimize(\"O3\")\n)xy\";\n", {}},
    {"DigitSeparators", "int a = 1'000'000; char c = '\"';\nint b = 0x7'f; // it's\n", {}},
    {"LongerWords", "#pragma GCC optimizer\n#pragmas GCC optimize\nint my_Pragma(int);\n", {}},
    {"Empty", "", {}},
};

class DroppedPragmas : public testing::TestWithParam<Case> {};

TEST_P(DroppedPragmas, AreThoseThatChangeOptionsAndNoOthers) {
  const WithoutPragmas without = drop_pragmas(GetParam().source);
  EXPECT_EQ(without.dropped, GetParam().dropped);
  if (GetParam().dropped.empty()) {
    EXPECT_EQ(without.source, GetParam().source);
  }
}

TEST_P(DroppedPragmas, LeaveEveryLineAtItsNumber) {
  const std::string& source = GetParam().source;
  const std::string after = drop_pragmas(source).source;
  EXPECT_EQ(std::count(after.begin(), after.end(), '\n'), std::count(source.begin(), source.end(), '\n'));
  if (const auto at = source.rfind("int a;"); at != std::string::npos) {
    EXPECT_EQ(after.size() - after.rfind("int a;"), source.size() - at);
  }
}

TEST_P(DroppedPragmas, AreNotFoundASecondTime) {
  const std::string after = drop_pragmas(GetParam().source).source;
  const WithoutPragmas again = drop_pragmas(after);
  EXPECT_THAT(again.dropped, IsEmpty());
  EXPECT_EQ(again.source, after);
}

INSTANTIATE_TEST_SUITE_P(Of, DroppedPragmas, testing::ValuesIn(kCases),
                         [](const auto& one) { return std::string(one.param.name); });

// Text that ends in the middle of anything is somebody else's error.
TEST(DropPragmas, EndsOnEveryPrefixOfEveryText) {
  for (const Case& one : kCases) {
    for (std::size_t size = 0; size < one.source.size(); ++size) {
      const std::string prefix = one.source.substr(0, size);
      const WithoutPragmas without = drop_pragmas(prefix);
      if (without.dropped.empty()) {
        EXPECT_EQ(without.source, prefix);
      }
    }
  }
}

}  // namespace
}  // namespace effk::toolchain
