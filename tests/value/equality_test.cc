#include "harness/value/equality.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/value/random_value.h"

namespace effk::value {
namespace {

using testing::set_of;

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Value integer(std::int64_t i) {
  return {i};
}
template <typename... V>
Value list(V... items) {
  return {List{{std::move(items)...}}};
}
template <typename... V>
Value tuple(V... items) {
  return {Tuple{{std::move(items)...}}};
}

// "" if equal.
std::string unlike(const Value& expected, const Value& found, std::string_view type,
                   Tolerance tolerance = {}) {
  return difference(expected, found, *parse_type(type), tolerance).value_or("");
}

TEST(Difference, SaysWhereAndHow) {
  EXPECT_EQ(unlike(integer(7), integer(8), "int"), "expected 7, found 8");
  EXPECT_EQ(unlike(list(list(integer(7))), list(list(integer(8))), "list[list[int]]"),
            "at [0][0]: expected 7, found 8");
  EXPECT_EQ(unlike(list(integer(1)), list(integer(1), integer(2)), "list[int]"), "expected 1 items, found 2");
  EXPECT_EQ(unlike(list(integer(1), integer(5)), list(integer(2)), "list[int]"),
            "at [0]: expected 1, found 2");
  EXPECT_EQ(unlike(list(integer(1)), {None{}}, "list[int]"), "expected [1], found None");
}

TEST(Difference, TakesTuplesAndListsAlikeOnlyWhereOneIsDeclared) {
  EXPECT_EQ(unlike(list(integer(1)), tuple(integer(1)), "list[int]"), "");
  EXPECT_EQ(unlike(list(integer(1)), tuple(integer(1)), "tuple[int]"), "");
  EXPECT_EQ(unlike(list(integer(1)), tuple(integer(1)), "any"), "expected [1], found (1,)");
  EXPECT_EQ(unlike(list(list(integer(1))), list(tuple(integer(1))), "list[any]"),
            "at [0]: expected [1], found (1,)");
}

TEST(Difference, TellsTrueFromOneAndOneFromOnePointZero) {
  for (const char* type : {"any", "int", "bool"}) {
    EXPECT_EQ(unlike({true}, integer(1), type), "expected True, found 1");
    EXPECT_EQ(unlike(integer(0), {false}, type), "expected 0, found False");
    EXPECT_EQ(unlike(integer(1), {1.0}, type), "expected 1, found 1.0");
  }
  EXPECT_EQ(unlike({1.0}, integer(1), "float"), "");
  EXPECT_EQ(unlike(integer(1), {1.0}, "float"), "");
  EXPECT_EQ(unlike({1.0}, {true}, "float"), "expected 1.0, found True");
  EXPECT_EQ(unlike({"x"}, {Bytes{"x"}}, "any"), "expected 'x', found b'x'");
}

TEST(Difference, HoldsNaNEqualToNaNAndAnInfinityOnlyToItself) {
  const Tolerance wide{1e300, 0.5};
  for (const char* type : {"float", "any"}) {
    EXPECT_EQ(unlike({kNaN}, {kNaN}, type), "");
    EXPECT_EQ(unlike({kNaN}, {1.0}, type, wide), "expected nan, found 1.0");
    EXPECT_EQ(unlike({1.0}, {kNaN}, type, wide), "expected 1.0, found nan");
    EXPECT_EQ(unlike({kInf}, {kInf}, type), "");
    EXPECT_EQ(unlike({kInf}, {-kInf}, type, wide), "expected inf, found -inf");
    EXPECT_EQ(unlike({kInf}, {1.0}, type, wide), "expected inf, found 1.0");
    EXPECT_EQ(unlike({1.0}, {kInf}, type, wide), "expected 1.0, found inf");
    EXPECT_EQ(unlike({0.0}, {-0.0}, type), "");
  }
}

TEST(Difference, AcceptsFloatsWithinEitherBoundAndNoneBeyondBoth) {
  const Tolerance absolute{0.25, 0};
  const Tolerance relative{0, 0.125};
  for (const char* type : {"float", "any"}) {
    EXPECT_EQ(unlike({1.0}, {1.25}, type, absolute), "");
    EXPECT_EQ(unlike({1.0}, {0.75}, type, absolute), "");
    EXPECT_NE(unlike({1.0}, {std::nextafter(1.25, 2)}, type, absolute), "");
    EXPECT_EQ(unlike({-16.0}, {-18.0}, type, relative), "");
    EXPECT_EQ(unlike({-16.0}, {-14.0}, type, relative), "");
    EXPECT_NE(unlike({-16.0}, {std::nextafter(-14.0, 0)}, type, relative), "");
    EXPECT_NE(unlike({16.0}, {-16.0}, type, relative), "");
    EXPECT_EQ(unlike({16.0}, {17.0}, type, {0.25, 0.125}), "");
    EXPECT_NE(unlike({1.0}, {std::nextafter(1.0, 2)}, type, {}), "");
    EXPECT_NE(unlike({1e308}, {-1e308}, type, {1, 0.5}), "");
  }
}

TEST(Difference, AppliesToleranceToIntsOnlyWhereAFloatIsDeclared) {
  const Tolerance one{1, 0};
  EXPECT_EQ(unlike(integer(7), integer(8), "float", one), "");
  EXPECT_EQ(unlike(integer(7), {7.5}, "float", one), "");
  EXPECT_EQ(unlike(integer(7), integer(8), "int", one), "expected 7, found 8");
  EXPECT_EQ(unlike(integer(7), integer(8), "any", one), "expected 7, found 8");
  EXPECT_EQ(unlike(list(Value{1.0}, Value{1.0}), list(Value{1.5}, Value{2.5}), "any", one),
            "at [1]: expected 1.0, found 2.5");
}

TEST(Difference, TellsNoneFromAValueOfAnOptional) {
  EXPECT_EQ(unlike({None{}}, {None{}}, "optional[float]"), "");
  EXPECT_EQ(unlike({None{}}, {0.0}, "optional[float]"), "expected None, found 0.0");
  EXPECT_EQ(unlike({0.0}, {None{}}, "optional[float]"), "expected 0.0, found None");
  EXPECT_EQ(unlike({1.0}, integer(1), "optional[float]"), "");
}

TEST(Difference, ComparesSetsByTheirItems) {
  const Value a{set_of({integer(1), integer(2), integer(300)})};
  EXPECT_EQ(unlike(a, a, "any"), "");
  EXPECT_EQ(unlike(a, {set_of({integer(1), integer(300)})}, "any"),
            "expected 2 in the set, found no such item");
  EXPECT_EQ(unlike({set_of({integer(1)})}, {set_of({integer(1), integer(2)})}, "any"),
            "expected no 2 in the set, found it");
  EXPECT_EQ(unlike({set_of({{1.0}})}, {set_of({{1.5}})}, "any", {1, 0}),
            "expected 1.0 in the set, found no such item");
  EXPECT_EQ(unlike({set_of({{true}})}, {set_of({integer(1)})}, "any"),
            "expected True in the set, found no such item");
  EXPECT_EQ(unlike(a, list(integer(1)), "any"), "expected {1, 2, 300}, found [1]");
}

TEST(Difference, ComparesDictsInAnyOrder) {
  const Value expected{Dict{{{{"a"}, integer(1)}, {{"b"}, {2.0}}}}};
  EXPECT_EQ(unlike(expected, {Dict{{{{"b"}, {2.0}}, {{"a"}, integer(1)}}}}, "any"), "");
  EXPECT_EQ(unlike(expected, {Dict{{{{"b"}, {2.5}}, {{"a"}, integer(1)}}}}, "any", {1, 0}), "");
  EXPECT_EQ(unlike(expected, {Dict{{{{"b"}, {2.5}}, {{"a"}, integer(1)}}}}, "any"),
            "at ['b']: expected 2.0, found 2.5");
  EXPECT_EQ(unlike(expected, {Dict{{{{"a"}, integer(1)}}}}, "any"),
            "at ['b']: expected 2.0, found no such key");
  EXPECT_EQ(unlike(expected, {Dict{{{{"c"}, {}}, {{"b"}, {2.0}}, {{"a"}, integer(1)}}}}, "any"),
            "at ['c']: expected no such key, found None");
  EXPECT_EQ(unlike({Dict{{{integer(1), {}}}}}, {Dict{{{{true}, {}}}}}, "any"),
            "at [1]: expected None, found no such key");
}

TEST(Difference, CutsValuesToSixtyCharacters) {
  const std::string why = unlike({std::string(100, 'a')}, integer(1), "any");
  EXPECT_EQ(why, "expected '" + std::string(56, 'a') + "..., found 1");
}

TEST(Difference, OfLongTextsBeginsWhereTheyPart) {
  EXPECT_EQ(unlike({std::string(100, 'a') + "b"}, {std::string(100, 'a') + "c"}, "str"),
            "expected 'b' from byte 100 on, found 'c'");
  EXPECT_EQ(unlike({std::string(100, 'a')}, {std::string(100, 'a') + "c"}, "str"),
            "expected '' from byte 100 on, found 'c'");
  EXPECT_EQ(unlike({std::string(100, 'a') + "\xc3\xa9"}, {std::string(100, 'a') + "\xc3\xa8"}, "str"),
            "expected '\\u00e9' from byte 100 on, found '\\u00e8'");
  EXPECT_EQ(unlike({"ab"}, {"ac"}, "str"), "expected 'ab', found 'ac'");
}

TEST(Difference, FindsADifferenceAThousandLevelsDown) {
  Value expected = integer(7);
  Value found = integer(8);
  for (int i = 0; i < 1000; ++i) {
    expected = list(std::move(expected));
    found = list(std::move(found));
  }
  EXPECT_EQ(unlike(expected, found, "any"),
            "at [0][0][0][0][0][0]...[0][0][0][0][0][0]: expected 7, found 8");
  EXPECT_THROW(unlike(list(std::move(expected)), list(std::move(found)), "any"), std::logic_error);
}

TEST(Difference, ComparesAsUnderAnyWhereNeitherValueIsOfTheDeclaredType) {
  EXPECT_EQ(unlike({"x"}, {"x"}, "int"), "");
  EXPECT_EQ(unlike({"x"}, {"y"}, "list[int]"), "expected 'x', found 'y'");
  EXPECT_EQ(unlike(tuple(integer(1), Value{"x"}), tuple(integer(1), Value{"y"}), "tuple[int]"),
            "at [1]: expected 'x', found 'y'");
}

}  // namespace
}  // namespace effk::value
