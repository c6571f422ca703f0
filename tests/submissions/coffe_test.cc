#include <nlohmann/json.hpp>

#include "tests/submissions/imported_fixture.h"

namespace effk::submissions {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

class Coffe : public ImportedTest {};

TEST_F(Coffe, IsMatchedByTheExactPromptAndReadAsAModelsText) {
  const json document = {
      {kFirstPrompt,
       {{"Here it is:\n```python\ndef first(xs: List[int]) -> int:\n    return xs[0]\n```\nIt takes the "
         "first.",
         "```python\n    return xs[0]\n```", "I cannot help with that."},
        true}},
      {kTwicePrompt,
       {{"<|start_header_id|>assistant<|end_header_id|>\n\n```python\ndef twice(x):\n    return x+x\n```"},
        true}}};
  write("llama.json", document.dump());
  const auto intake = read("llama.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "coffe");
  EXPECT_THAT(summary(*intake),
              ElementsAre("llama Bench_0 python 0 fence+preamble", "llama Bench_0 python 1 fence+prompt",
                          "llama Bench_0 python 2 none", "llama Bench_2 python 0 chat+fence"));
  EXPECT_THAT(codes(*intake),
              ElementsAre("from typing import List\n\n\ndef first(xs: List[int]) -> int:\n    return xs[0]\n",
                          std::string(kFirstPrompt) + "    return xs[0]\n", "(none)",
                          "def twice(x):\n    return x+x\n"));
  EXPECT_EQ(intake->total, (SampleCounts{4, 4, 1, 0}));
}

TEST_F(Coffe, SkipsAndCountsUnknownPromptsAndWhatIsNotValid) {
  const json document = {{kTwicePrompt, {{"def twice(x): return x + x"}, true}},
                         {kFirstPrompt, {{"def first(xs): return 0", "def first(xs): return 1"}, false}},
                         {"def other():\n", {{"def other(): return 0"}, true}},
                         {"def unanswered():\n", {json::array(), true}}};
  write("gpt.json", document.dump(2));
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->total, (SampleCounts{4, 1, 0, 3}));
  EXPECT_THAT(skips(*intake),
              ElementsAre("gpt.json:/def other(): /0/0: the suite has no problem with this prompt",
                          HasSubstr("/0/0: the file marks it as not valid"),
                          HasSubstr("/0/1: the file marks it as not valid")));
  EXPECT_EQ(intake->by_problem.at("Bench_0"), (SampleCounts{2, 0, 0, 2}));
}

TEST_F(Coffe, WithNoPromptOfTheSuiteIsAnError) {
  write("gpt.json", R"({"def a():": [["pass"], true], "def b():": [["pass"], true]})");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: no sample can be run against the suite 'bench'\n"
            "  why:  of 2 found: the suite has no problem with this prompt (2)\n"
            "  next: all problems: effk list\n");
}

TEST_F(Coffe, NamesThePlaceOfAWrongKind) {
  const auto error_with = [&](const char* second) {
    write("gpt.json", std::string(R"({"a": [["x"], true], "b/c": )") + second + "}");
    return error_of("gpt.json");
  };
  const std::string next = "  next: it was read as coffe: {\"PROMPT\": [[TEXT, ...], VALID]}\n";
  EXPECT_EQ(error_with("null"),
            "effk: error: ROOT/gpt.json: /b~1c is null\n"
            "  why:  an array [[TEXT, ...], VALID] is wanted there\n" +
                next);
  EXPECT_EQ(error_with(R"([["x"]])"),
            "effk: error: ROOT/gpt.json: /b~1c has 1 elements\n"
            "  why:  two are wanted there: the texts, and whether they are valid\n" +
                next);
  EXPECT_THAT(error_with(R"(["x", true])"), HasSubstr(": /b~1c/0 is a string\n"));
  EXPECT_THAT(error_with(R"([["x", 1], true])"), HasSubstr(": /b~1c/0/1 is a number\n"));
  EXPECT_THAT(error_with(R"([["x"], "yes"])"), HasSubstr(": /b~1c/1 is a string\n"));
}

TEST_F(Coffe, ThatIsCutNamesTheByteAndNotALine) {
  write("gpt.json", "{\"a\": [[\"x\"],\n true], \"b\": [[\"x");
  EXPECT_EQ(error_of("gpt.json"),
            "effk: error: ROOT/gpt.json is cut\n"
            "  why:  the file ends after byte 31, in the middle of a JSON value\n"
            "  next: write the file anew, or remove it\n");
}

}  // namespace
}  // namespace effk::submissions
