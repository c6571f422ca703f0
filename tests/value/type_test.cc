#include "harness/value/type.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace effk::value {
namespace {

using Kind = Type::Kind;

std::string normal(std::string_view text) {
  const auto type = parse_type(text);
  return type ? to_string(*type) : error_text(type.error());
}

TEST(ParseType, ReadsEveryType) {
  for (const char* text : {"int", "float", "bool", "str", "any", "list[int]", "tuple[int]", "tuple[int,str]",
                           "optional[float]", "list[list[tuple[int,optional[list[str]],any]]]"})
    EXPECT_EQ(normal(text), text);
}

TEST(ParseType, BuildsTheTreeThatIsWritten) {
  const Type integer{Kind::integer, {}};
  const Type text{Kind::string, {}};
  EXPECT_EQ(*parse_type("list[tuple[int,str]]"), (Type{Kind::list, {Type{Kind::tuple, {integer, text}}}}));
}

TEST(ParseType, SkipsSpaces) {
  EXPECT_EQ(normal("  list [ tuple[ int ,str ] ] "), "list[tuple[int,str]]");
}

TEST(ParseType, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(normal("list[itn]"),
            "effk: error: the type 'list[itn]' is wrong at character 6\n"
            "  why:  there is no type 'itn', only int, float, bool, str, list[T], tuple[T,...], optional[T] "
            "and any\n");
  EXPECT_EQ(
      normal("string"),
      "effk: error: the type 'string' is wrong at character 1\n"
      "  why:  there is no type 'string', only int, float, bool, str, list[T], tuple[T,...], optional[T] and "
      "any\n"
      "  next: did you mean 'str'?\n");
  EXPECT_EQ(normal(""),
            "effk: error: the type '' is wrong at character 1\n"
            "  why:  a type is wanted there, and the end is found\n");
  EXPECT_EQ(normal("list"),
            "effk: error: the type 'list' is wrong at character 5\n"
            "  why:  list wants '[' and what it holds, and the end is found\n");
  EXPECT_EQ(normal("list[int"),
            "effk: error: the type 'list[int' is wrong at character 9\n"
            "  why:  ']' is wanted after what list holds, and the end is found\n");
  EXPECT_EQ(normal("list[int,int]"),
            "effk: error: the type 'list[int,int]' is wrong at character 9\n"
            "  why:  ']' is wanted after what list holds, and ',' is found\n");
  EXPECT_EQ(normal("tuple[int;int]"),
            "effk: error: the type 'tuple[int;int]' is wrong at character 10\n"
            "  why:  ',' or ']' is wanted after what tuple holds, and ';' is found\n");
  EXPECT_EQ(normal("tuple[]"),
            "effk: error: the type 'tuple[]' is wrong at character 7\n"
            "  why:  a type is wanted there, and ']' is found\n");
  EXPECT_EQ(normal("tuple[int,...]"),
            "effk: error: the type 'tuple[int,...]' is wrong at character 11\n"
            "  why:  a type is wanted there, and '.' is found\n");
  EXPECT_EQ(normal("int int"),
            "effk: error: the type 'int int' is wrong at character 5\n"
            "  why:  'i' follows a complete type\n");
  EXPECT_EQ(normal("int[int]"),
            "effk: error: the type 'int[int]' is wrong at character 4\n"
            "  why:  '[' follows a complete type\n");
}

TEST(ParseType, IsBadInputWhenItRefuses) {
  EXPECT_EQ(parse_type("x").error().kind, ErrorKind::bad_input);
}

std::string nested(int levels) {
  std::string text;
  for (int i = 0; i < levels; ++i) text += "list[";
  return text + "int" + std::string(static_cast<std::size_t>(levels), ']');
}

TEST(ParseType, AcceptsNesting32DeepAndRefuses33) {
  EXPECT_EQ(normal(nested(32)), nested(32));
  EXPECT_EQ(parse_type(nested(33)).error().why, "types are nested more than 32 deep");
  EXPECT_FALSE(parse_type(nested(1'000'000)).has_value());
}

TEST(ParseType, KeepsControlCharactersOutOfItsMessages) {
  EXPECT_EQ(parse_type("\x1b[2J").error().what, "the type '\\x1b[2J' is wrong at character 1");
}

rc::Gen<Type> random_type(int levels) {
  const auto simple = rc::gen::map(
      rc::gen::element(Kind::integer, Kind::floating, Kind::boolean, Kind::string, Kind::any), [](Kind kind) {
        return Type{kind, {}};
      });
  if (levels == 0) return simple;
  const auto below = random_type(levels - 1);
  const auto one = [below](Kind kind) {
    return rc::gen::map(below, [kind](Type type) { return Type{kind, {std::move(type)}}; });
  };
  const auto several =
      rc::gen::map(rc::gen::resize(3, rc::gen::nonEmpty(rc::gen::container<std::vector<Type>>(below))),
                   [](std::vector<Type> types) {
                     return Type{Kind::tuple, std::move(types)};
                   });
  return rc::gen::oneOf(simple, one(Kind::list), one(Kind::optional), several);
}

RC_GTEST_PROP(ParseType, ReadsBackWhatToStringWrites, ()) {
  const Type type = *random_type(4);
  RC_ASSERT(*parse_type(to_string(type)) == type);
}

}  // namespace
}  // namespace effk::value
