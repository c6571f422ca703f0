#include "harness/submissions/json_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace effk::submissions {
namespace {

using nlohmann::json;

std::string error_with(std::string_view text, const JsonBounds& bounds = {}) {
  const auto value = parse_json(text, {"x.json", "file", "wanted: y", true}, bounds);
  return value ? "(no error)" : error_text(value.error());
}

json some_json(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 8 : 6)) {
    case 0:
      return nullptr;
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return *rc::gen::arbitrary<std::int64_t>();
    case 3:
      return *rc::gen::arbitrary<std::uint64_t>();
    case 4:
      return 0.5 * *rc::gen::inRange(-1000, 1000);
    case 5:
      return *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
    case 6: {
      json list = json::array();
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i) list.push_back(some_json(depth - 1));
      return list;
    }
    default: {
      json object = json::object();
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        object[std::string(1, static_cast<char>('a' + i))] = some_json(depth - 1);
      return object;
    }
  }
}

TEST(JsonText, IsReadAsTheLibraryReadsIt) {
  rc::check([] {
    const json value = some_json(4);
    const std::string text = value.dump(*rc::gen::element(-1, 2));
    const auto read = parse_json(text, {});
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == json::parse(text));
  });
}

TEST(JsonText, NestedTooDeeplyIsAnErrorAndNoOverflow) {
  EXPECT_EQ(error_with("[[[1]]]", {.depth = 3}), "(no error)");
  EXPECT_EQ(error_with("[[[[1]]]]", {.depth = 3}),
            "effk: error: x.json is nested too deeply\n"
            "  why:  more than 3 arrays and objects within each other\n"
            "  next: wanted: y\n");
  EXPECT_NE(error_with(std::string(50'000'000, '[')).find("nested too deeply"), std::string::npos);
}

TEST(JsonText, WithTooManyValuesIsAnError) {
  EXPECT_EQ(error_with("[1,[2],{\"a\":3}]", {.values = 6}), "(no error)");
  EXPECT_EQ(error_with("[1,[2],{\"a\":3}]", {.values = 5}),
            "effk: error: x.json has too many values\n"
            "  why:  more than 5 numbers, strings, arrays and objects\n"
            "  next: hand in the samples alone, or in several files\n");
}

TEST(JsonText, WithANameTwiceIsAnErrorThatNamesThePlace) {
  EXPECT_EQ(error_with("[{\"a\": [0, {\"b/c\": 1, \"d\": {\"b/c\": 1}, \"b/c\": 2}]}]"),
            "effk: error: x.json: /0/a/1/b~1c is there twice\n"
            "  why:  an object has each name once\n"
            "  next: keep the one that is meant\n");
}

TEST(JsonText, ThatIsNoJsonIsAnErrorWithLineAndByte) {
  EXPECT_EQ(error_with("{\"a\": 1,\n \"b\": nul}"),
            "effk: error: x.json is not JSON\n"
            "  why:  at byte 19 (line 2), behind '{\"a\": 1,  \"b\": nul'\n"
            "  next: wanted: y\n");
  EXPECT_EQ(error_with("[1] [2]"),
            "effk: error: x.json is not JSON\n"
            "  why:  at byte 5 (line 1), behind '[1] '\n"
            "  next: wanted: y\n");
  EXPECT_EQ(error_with("[1e999]"),
            "effk: error: x.json cannot be read\n"
            "  why:  [json.exception.out_of_range.406] number overflow parsing '1...\n"
            "  next: wanted: y\n");
}

}  // namespace
}  // namespace effk::submissions
