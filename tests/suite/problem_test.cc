#include "harness/suite/problem.h"

#include <gtest/gtest.h>

namespace effk::suite {
namespace {

Signature signature_of(const std::vector<const char*>& types, const char* result) {
  Signature signature{"solve", {}, value::parse_type(result).value()};
  char name = 'a';
  for (const char* type : types) signature.parameters.push_back({{name++}, value::parse_type(type).value()});
  return signature;
}

TEST(ToSource, IsADeclarationInCpp) {
  const auto source = [](const std::vector<const char*>& types, const char* result) {
    return to_source(signature_of(types, result), Language::cpp);
  };
  EXPECT_EQ(source({"int", "float", "bool"}, "str"), "std::string solve(long long a, double b, bool c)");
  EXPECT_EQ(source({"list[int]", "str"}, "int"),
            "long long solve(const std::vector<long long>& a, const std::string& b)");
  EXPECT_EQ(
      source({"list[list[tuple[int,str]]]"}, "optional[float]"),
      "std::optional<double> solve(const std::vector<std::vector<std::tuple<long long, std::string>>>& a)");
  EXPECT_EQ(source({}, "bool"), "bool solve()");
}

TEST(ToSource, IsADefLineInPython) {
  const auto source = [](const std::vector<const char*>& types, const char* result) {
    return to_source(signature_of(types, result), Language::python);
  };
  EXPECT_EQ(source({"int", "float", "bool"}, "str"), "def solve(a: int, b: float, c: bool) -> str:");
  EXPECT_EQ(source({"list[tuple[int,str]]"}, "optional[list[int]]"),
            "def solve(a: list[tuple[int, str]]) -> list[int] | None:");
  EXPECT_EQ(source({"any"}, "any"), "def solve(a: object) -> object:");
  EXPECT_EQ(source({}, "int"), "def solve() -> int:");
}

TEST(ParseLanguage, KnowsTheCommonNamesInAnyCase) {
  for (const char* name : {"cpp", "C++", "cxx", "cc", "CPP", "c++20", "C++17"})
    EXPECT_EQ(parse_language(name), Language::cpp) << name;
  for (const char* name : {"python", "Py", "python3", "PY3"})
    EXPECT_EQ(parse_language(name), Language::python) << name;
  for (const char* name : {"", "c", "java", "python2", "cpp "})
    EXPECT_EQ(parse_language(name), std::nullopt) << name;
  for (const Language language : kLanguages) EXPECT_EQ(parse_language(to_string(language)), language);
}

}  // namespace
}  // namespace effk::suite
