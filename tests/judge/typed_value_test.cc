#include "harness/judge/typed_value.h"

#include <gtest/gtest.h>

namespace effk::judge {
namespace {

using value::List;
using value::None;
using value::Tuple;
using value::Value;

Value integer(std::int64_t number) {
  return {number};
}
Value real(double number) {
  return {number};
}
Value list(std::vector<Value> items) {
  return {List{std::move(items)}};
}
Value tuple(std::vector<Value> items) {
  return {Tuple{std::move(items)}};
}

// The value as the type has it, in the binary form and readable; or the error in brackets.
std::string typed(Value value, const char* type) {
  const auto result = as_type(std::move(value), value::parse_type(type).value());
  return result ? value::to_text(*result) : "[" + result.error() + "]";
}

TEST(AsType, LetsAListStandForATupleAndATupleForAList) {
  EXPECT_EQ(typed(list({integer(1), integer(2)}), "tuple[int,int]"), "(1, 2)");
  EXPECT_EQ(typed(tuple({integer(1), integer(2)}), "list[int]"), "[1, 2]");
  EXPECT_EQ(typed(list({list({integer(1), integer(2)})}), "list[tuple[int,int]]"), "[(1, 2)]");
  EXPECT_EQ(typed(tuple({tuple({integer(1)}), tuple({})}), "list[list[int]]"), "[[1], []]");
}

TEST(AsType, LetsAnIntStandForAFloatAndNotTheOtherWayRound) {
  EXPECT_EQ(typed(integer(3), "float"), "3.0");
  EXPECT_EQ(typed(list({integer(1), real(0.5)}), "list[float]"), "[1.0, 0.5]");
  EXPECT_EQ(typed(real(3), "int").front(), '[');
}

TEST(AsType, LooksIntoAnOptional) {
  EXPECT_EQ(typed({None{}}, "optional[float]"), "None");
  EXPECT_EQ(typed(integer(2), "optional[float]"), "2.0");
  EXPECT_EQ(typed(list({integer(2), Value{None{}}}), "tuple[float,optional[int]]"), "(2.0, None)");
}

TEST(AsType, ChangesNothingUnderAny) {
  EXPECT_EQ(typed(list({tuple({integer(1)}), integer(2)}), "any"), "[(1,), 2]");
  EXPECT_EQ(typed(tuple({list({integer(1)})}), "list[any]"), "[[1]]");
}

TEST(AsType, DoesNotTakeABoolForAnInt) {
  EXPECT_EQ(typed({true}, "int"), "[expected int, found True (bool)]");
  EXPECT_EQ(typed({true}, "float"), "[expected float, found True (bool)]");
  EXPECT_EQ(typed(integer(1), "bool"), "[expected bool, found 1 (int)]");
}

TEST(AsType, SaysWhereTheTypeIsAnother) {
  EXPECT_EQ(typed(list({integer(1), integer(2), Value{std::string("x")}}), "list[int]"),
            "[at [2]: expected int, found 'x' (str)]");
  EXPECT_EQ(typed(list({integer(1)}), "tuple[int,int]"),
            "[expected 2 items for tuple[int,int], found 1: (1,)]");
  EXPECT_EQ(typed(list({integer(1), integer(2), integer(3)}), "tuple[int,int]"),
            "[expected 2 items for tuple[int,int], found 3: (1, 2, 3)]");
  EXPECT_EQ(typed({None{}}, "list[int]"), "[expected list[int], found None (None)]");
}

TEST(AsType, IsQuickAndSafeOnAValueFarDeeperThanItsType) {
  Value deep = integer(1);
  for (int i = 0; i < 900; ++i) deep = list({std::move(deep)});
  EXPECT_EQ(typed(std::move(deep), "list[int]").front(), '[');
}

}  // namespace
}  // namespace effk::judge
