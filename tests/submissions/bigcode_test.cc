#include "tests/submissions/imported_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Bigcode : public ImportedTest {};

TEST_F(Bigcode, ListAsLongAsTheSuiteIsInTheNaturalOrderOfItsIds) {
  write("gpt.json", R"([["def first(xs): return xs[0]"],
                        ["def twice(x): return x + x", "    return x + x"],
                        ["def root(xs): return 0"]])");
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "bigcode");
  EXPECT_THAT(summary(*intake),
              ElementsAre("gpt Bench_0 python 0 as_is", "gpt Bench_10 python 0 as_is",
                          "gpt Bench_2 python 0 as_is", "gpt Bench_2 python 1 as_is+prompt"));
  EXPECT_THAT(intake->warnings, ElementsAre());
}

TEST_F(Bigcode, ListOfTheWholeBenchmarkIsMatchedByNumber) {
  options_.format = "bigcode";
  write(
      "gpt.json",
      R"([["def first(xs): return 0"], ["pass"], ["def twice(x): return 0"], [], [], [], [], [], [], [], []])");
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt Bench_0 python 0 as_is", "gpt Bench_2 python 0 as_is"));
  EXPECT_THAT(skips(*intake), ElementsAre("gpt.json:/1/0: the suite has no problem with number 1"));
}

TEST_F(Bigcode, ShortListIsTheBeginningIfTheFormatIsNamed) {
  write("gpt.json", R"([["def first(xs): return 0"], ["def twice(x): return 0"]])");
  EXPECT_THAT(error_of("gpt.json"),
              HasSubstr("cannot tell which problems the lists in ROOT/gpt.json belong to"));
  options_.format = "bigcode";
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt Bench_0 python 0 as_is", "gpt Bench_2 python 0 as_is"));
  EXPECT_THAT(intake->warnings, ElementsAre((root_ / "gpt.json").string() +
                                            " has 2 entries: taken for the first of the 3 problems"));
}

TEST_F(Bigcode, LongListIsOfAnotherSuite) {
  options_.format = "bigcode";
  write("gpt.json", R"([["x"], ["x"], ["x"], ["x"]])");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: ROOT/gpt.json has more entries than the suite 'bench' has problems\n"
            "  why:  4 entries, 3 problems\n"
            "  next: name the suite of that benchmark: --suite DIR\n");
}

TEST_F(Bigcode, NamesThePlaceOfAWrongKind) {
  write("gpt.json", R"([["x"], "x", []])");
  EXPECT_THAT(error_of("gpt.json"),
              HasSubstr(": /1 is a string\n  why:  an array of strings is wanted there\n"));
  write("gpt.json", R"([["x"], [null], []])");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: ROOT/gpt.json: /1/0 is null\n"
            "  why:  a string is wanted there\n"
            "  next: it was read as bigcode: [[CODE, ...], ...] in the order of the suite's problems\n");
}

TEST_F(Bigcode, SamplesOfASuiteWithTwoLanguagesNeedOneNamed) {
  for (suite::Problem& problem : suite_.problems)
    problem.languages = {suite::Language::cpp, suite::Language::python};
  write("gpt.json", R"([["def first(xs): return 0"], [], []])");
  EXPECT_THAT(error_of("gpt.json"), HasSubstr("nothing says which language it is in (1)\n"));
  options_.default_language = suite::Language::python;
  EXPECT_EQ(error_of("gpt.json"), "(no error)");
}

}  // namespace
}  // namespace effk::submissions
