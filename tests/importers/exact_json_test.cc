#include "harness/importers/exact_json.h"

#include <gtest/gtest.h>

namespace effk::importers {
namespace {

std::string literal_of(const std::string& json) {
  const auto value = parse_exact_json("x.json", json);
  return value ? python_literal(*value) : value.error().why;
}

TEST(ExactJson, KeepsEveryDigitOfAWholeNumberBeyond64Bits) {
  EXPECT_EQ(literal_of("[6775685320645824322581483068371419745979053216268760300, -18446744073709551617]"),
            "[6775685320645824322581483068371419745979053216268760300, -18446744073709551617]");
}

TEST(ExactJson, WritesANumberThatPythonsParserWouldRefuseAsAText) {
  const std::string digits(4301, '7');
  EXPECT_EQ(literal_of(digits), "int('" + digits + "')");
  EXPECT_EQ(literal_of(digits.substr(1)), digits.substr(1));
}

TEST(ExactJson, ReadsWhatPythonWritesForNumbersThatAreNone) {
  EXPECT_EQ(literal_of("[NaN, Infinity, -Infinity, 1e999]"),
            "[float('NaN'), float('Infinity'), float('-Infinity'), 1e999]");
}

TEST(ExactJson, LeavesWhatLooksLikeANumberInATextAlone) {
  EXPECT_EQ(literal_of(R"(["17 \"", -3, "\"4", {"5": 6}, "NaN"])"), R"(['17 "', -3, '"4', {'5': 6}, 'NaN'])");
}

TEST(ExactJson, RefusesWhatIsNearlyANumber) {
  for (const char* const text :
       {"01", "1.", ".5", "1e", "--1", "1-2", "+1", "NaN1", "-NaN", "Inf", "1_000", "0x1"})
    EXPECT_FALSE(parse_exact_json("x.json", std::string("[3, ") + text + "]")) << text;
  EXPECT_EQ(literal_of("[1234567890123, 01]"),
            "parse error at line 1, column 18: syntax error while parsing array - unexpected number literal; "
            "expected ']'");
}

TEST(ExactJson, KeepsTheOrderOfMembers) {
  EXPECT_EQ(literal_of(R"({"b": 1, "a": {"z": null, "y": true}})"), "{'b': 1, 'a': {'z': None, 'y': True}}");
}

TEST(ExactJson, KeepsFloatsAsTheyAreWritten) {
  EXPECT_EQ(literal_of("[0.1, -2.50e3, 1.0]"), "[0.1, -2.50e3, 1.0]");
}

TEST(ExactJson, EscapesWhatWouldEndAPythonString) {
  EXPECT_EQ(literal_of(R"(["it's", "a\\b", "x\ny\r\u0000", "\u00e9"])"),
            "['it\\'s', 'a\\\\b', 'x\\ny\\x0d\\x00', '\xc3\xa9']");
}

TEST(ExactJson, TakesTheLastOfTwoMembersOfOneName) {
  const auto value = parse_exact_json("x.json", R"({"a": 1, "a": 2})");
  ASSERT_TRUE(value);
  EXPECT_EQ(python_literal(*value->member("a")), "2");
  EXPECT_EQ(value->member("b"), nullptr);
}

TEST(ExactJson, SaysWhereTextStopsBeingJson) {
  const auto value = parse_exact_json("tests.json", "[1,\n 2");
  ASSERT_FALSE(value);
  EXPECT_EQ(
      error_text(value.error()),
      "effk: error: tests.json is not JSON\n"
      "  why:  parse error at line 2, column 3: syntax error while parsing array - unexpected end of input; "
      "expected ']'\n");
}

TEST(ExactJson, RefusesNestingThatWouldExhaustTheStack) {
  EXPECT_EQ(literal_of(std::string(500, '[') + std::string(500, ']')).size(), 1000u);
  EXPECT_EQ(literal_of(std::string(501, '[') + std::string(501, ']')), "it is nested more than 500 deep");
}

}  // namespace
}  // namespace effk::importers
