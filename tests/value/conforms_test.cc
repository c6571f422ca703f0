#include <gtest/gtest.h>

#include "harness/value/value.h"
#include "tests/value/random_value.h"

namespace effk::value {
namespace {

constexpr std::int64_t kOne = 1;

// "" if it conforms.
std::string complaint(const Value& value, std::string_view type) {
  const auto result = conforms(value, *parse_type(type));
  if (result) return "";
  EXPECT_EQ(result.error().kind, ErrorKind::bad_input);
  EXPECT_EQ(result.error().what, "the value is not of type " + std::string(type));
  return result.error().why;
}

TEST(Conforms, AcceptsAnIntForAFloatAndNothingElseForAnother) {
  const std::vector<std::pair<std::string, Value>> samples{
      {"int", {kOne}}, {"float", {1.5}}, {"bool", {true}}, {"str", {"x"}}};
  for (const auto& [type, value] : samples)
    for (const auto& [declared, unused] : samples)
      EXPECT_EQ(complaint(value, declared).empty(),
                type == declared || (type == "int" && declared == "float"))
          << type << " as " << declared;
  for (const char* declared : {"int", "float", "bool", "str", "list[int]", "tuple[int]"}) {
    EXPECT_NE(complaint({None{}}, declared), "");
    EXPECT_NE(complaint({Bytes{"x"}}, declared), "");
    EXPECT_NE(complaint({testing::big_integer("", false)}, declared), "");
    EXPECT_NE(complaint({Set{}}, declared), "");
    EXPECT_NE(complaint({Dict{}}, declared), "");
  }
}

TEST(Conforms, TakesTuplesAndListsAlike) {
  EXPECT_EQ(complaint({Tuple{{{kOne}}}}, "list[int]"), "");
  EXPECT_EQ(complaint({List{{{kOne}, {"x"}}}}, "tuple[int,str]"), "");
}

TEST(Conforms, TakesNoneOnlyForOptionalAndAny) {
  EXPECT_EQ(complaint({None{}}, "optional[int]"), "");
  EXPECT_EQ(complaint({kOne}, "optional[int]"), "");
  EXPECT_EQ(complaint({None{}}, "any"), "");
  EXPECT_EQ(complaint({"x"}, "optional[int]"), "expected int, found 'x' (str)");
}

TEST(Conforms, NamesTheFirstPlaceThatDoesNot) {
  EXPECT_EQ(complaint({true}, "int"), "expected int, found True (bool)");
  EXPECT_EQ(complaint({List{{{List{{{kOne}}}}, {List{{{kOne}, {"x"}}}}, {None{}}}}}, "list[list[int]]"),
            "at [1][1]: expected int, found 'x' (str)");
  EXPECT_EQ(complaint({Tuple{{{kOne}}}}, "tuple[int,int]"),
            "expected 2 items for tuple[int,int], found 1: (1,)");
  EXPECT_EQ(complaint({Tuple{{{kOne}, {kOne}}}}, "tuple[int]"),
            "expected 1 items for tuple[int], found 2: (1, 1)");
}

TEST(Conforms, RefusesTextThatIsNotUtf8WhereverItStands) {
  EXPECT_EQ(complaint({"ab\xff"}, "str"), R"(expected str, found text that is not UTF-8 at byte 2: '\xff')");
  EXPECT_EQ(complaint({List{{{Dict{{{{"k"}, {"\xff"}}}}}}}}, "any"),
            R"(at [0]['k']: expected str, found text that is not UTF-8 at byte 0: '\xff')");
  EXPECT_EQ(complaint({"\xc3\xa9\xed\xa0\x80"}, "str"), "");
  EXPECT_EQ(complaint({Bytes{"\xff"}}, "any"), "");
}

}  // namespace
}  // namespace effk::value
