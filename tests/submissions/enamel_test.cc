#include "tests/submissions/archive_bytes.h"
#include "tests/submissions/imported_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Enamel : public ImportedTest {};

constexpr const char* kByNumber =
    R"({"0": ["    return xs[0]\n", "def first(xs):\n    return xs[0]\n"],
        "1": ["pass", "pass"], "10": [], "2": ["def twice(x): return x + x"]})";

TEST_F(Enamel, DictIsMatchedByNumber) {
  write("gpt.json", kByNumber);
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "enamel");
  EXPECT_THAT(summary(*intake), ElementsAre("gpt Bench_0 python 0 as_is+prompt", "gpt Bench_0 python 1 as_is",
                                            "gpt Bench_2 python 0 as_is"));
  EXPECT_THAT(codes(*intake),
              ElementsAre(std::string(kFirstPrompt) + "    return xs[0]\n",
                          "def first(xs):\n    return xs[0]\n", "def twice(x): return x + x"));
  EXPECT_THAT(skips(*intake), ElementsAre("gpt.json:/1/0: the suite has no problem with number 1",
                                          "gpt.json:/1/1: the suite has no problem with number 1"));
  EXPECT_EQ(intake->total, (SampleCounts{5, 3, 0, 2}));
  EXPECT_EQ(intake->submissions[0].samples[1].origin, (root_ / "gpt.json:/0/1").string());
}

TEST_F(Enamel, DictMayUseTheBenchmarksIds) {
  write("gpt.json",
        R"({"Bench/2": ["def twice(x): return x + x"], "Bench_0": ["def first(xs): return xs[0]"]})");
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt Bench_0 python 0 as_is", "gpt Bench_2 python 0 as_is"));
}

TEST_F(Enamel, ListIsMatchedByNumberIfItReachesTheHighestOne) {
  const std::string twice = R"(["def twice(x): return x + x"])";
  write("gpt.json", "[[], [], " + twice + ", [], [], [], [], [], [], [], [\"def root(xs): return poly\"]]");
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "enamel");
  EXPECT_THAT(summary(*intake),
              ElementsAre("gpt Bench_10 python 0 as_is+preamble", "gpt Bench_2 python 0 as_is"));
}

TEST_F(Enamel, ListOfAnotherLengthMustBeNamed) {
  write("gpt.json", R"([[], ["pass"], ["def twice(x): return x + x"], []])");
  EXPECT_EQ(
      error_of("gpt.json"),
      "effk: error: cannot tell which problems the lists in ROOT/gpt.json belong to\n"
      "  why:  it has 4 lists; the suite 'bench' has 3 problems, with numbers up to 10\n"
      "  next: say it: --format enamel (list N is the problem with number N) or --format bigcode (list N is "
      "the suite's Nth)\n");
  options_.format = "enamel";
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt Bench_2 python 0 as_is"));
  EXPECT_EQ(intake->total.skipped, 1);
}

TEST_F(Enamel, IsReadAlsoPackedIndentedAndWithAByteOrderMark) {
  for (const std::string& bytes :
       {std::string(kByNumber), gzip(kByNumber), std::string("\xef\xbb\xbf\n ") + kByNumber}) {
    write("gpt.json.gz", bytes.starts_with("\x1f") ? bytes : gzip(bytes));
    write("gpt", bytes);
    for (const char* name : {"gpt.json.gz", "gpt"}) {
      const auto intake = read(name);
      ASSERT_TRUE(intake) << error_of(intake);
      EXPECT_EQ(intake->total, (SampleCounts{5, 3, 0, 2}));
      EXPECT_EQ(intake->submissions[0].model, "gpt");
    }
  }
}

TEST_F(Enamel, NamesThePlaceOfAWrongKind) {
  const std::string next =
      "  next: it was read as enamel: {\"NUMBER\": [CODE, ...]} or [[CODE, ...], ...] by the problems' "
      "numbers\n";
  write("gpt.json", R"({"0": ["x"], "2": null})");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: ROOT/gpt.json: /2 is null\n  why:  an array of strings is wanted there\n" + next);
  write("gpt.json", R"({"0": ["x"], "2": ["x", null]})");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: ROOT/gpt.json: /2/1 is null\n  why:  a string is wanted there\n" + next);
  write("gpt.json", R"({"0": ["x"], "2": [["x"]]})");
  EXPECT_THAT(error_of("gpt.json"), HasSubstr(": /2/0 is an array\n"));
  write("gpt.json", R"({"0": [], "2": []})");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: ROOT/gpt.json has no samples\n  why:  all of its lists are empty\n" + next);
  options_.format = "enamel";
  write("gpt.json", R"([1])");
  EXPECT_THAT(error_of("gpt.json"), HasSubstr(": /0 is a number\n"));
}

TEST_F(Enamel, WithANumberTwiceIsAnError) {
  write("gpt.json", R"({"0": ["x"], "0": ["y"]})");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: ROOT/gpt.json: /0 is there twice\n"
            "  why:  an object has each name once\n"
            "  next: keep the one that is meant\n");
}

TEST_F(Enamel, SampleWithAFutureImportStaysAProgram) {
  write("gpt.json",
        R"({"0": ["from __future__ import annotations\n\ndef first(xs: List[int]):\n    return xs[0]\n"]})");
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(codes(*intake),
              ElementsAre("from __future__ import annotations\nfrom typing import List\n\n\n\n"
                          "def first(xs: List[int]):\n    return xs[0]\n"));
}

}  // namespace
}  // namespace effk::submissions
