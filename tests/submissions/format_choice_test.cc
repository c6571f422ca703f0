// Which format an argument is read as: by its content, whatever its name, unless --format says it.
#include "tests/submissions/imported_fixture.h"

namespace effk::submissions {
namespace {

using testing::HasSubstr;

class FormatChoice : public ImportedTest {
 protected:
  std::string format_of(const std::string& name, std::string_view bytes) const {
    write(name, bytes);
    const auto intake = read(name);
    return intake ? intake->sources[0].format : error_of(intake);
  }
};

constexpr const char* kLine = R"({"task_id": "Bench/2", "completion": "    return x + x\n"})";
constexpr const char* kAnswer =
    R"({"custom_id": "Bench_2/python/0", "response": {"body": {"choices": [{"message": {"content": "return 2 * x"}}]}}})";

TEST_F(FormatChoice, IsByContent) {
  for (const char* name : {"a", "a.json", "a.txt", "a.jsonl"}) {
    EXPECT_EQ(format_of(name, kLine), "jsonl") << name;
    EXPECT_EQ(format_of(name, std::string(kLine) + "\n\n" + kLine + "\n"), "jsonl") << name;
    EXPECT_EQ(format_of(name, kAnswer), "openai-batch") << name;
    EXPECT_EQ(format_of(name, std::string("\n") + kAnswer), "openai-batch") << name;
  }
  EXPECT_EQ(format_of("a.json", R"({"2": ["return x"]})"), "enamel");
  EXPECT_EQ(format_of("a.json", R"({"Bench/2": ["return x"]})"), "enamel");
  EXPECT_EQ(format_of("a.json", "{\n\"2\": [\"return x\"]}"), "enamel");
  EXPECT_EQ(format_of("a.json", R"({"Bench/2": [{"task_id": "Bench/2", "completion": "return x"}]})"),
            "mercury");
}

TEST_F(FormatChoice, MayBeNamed) {
  options_.format = "enamel";
  EXPECT_THAT(format_of("a.json", R"({"2": [{"completion": "x"}]})"), HasSubstr(": /2/0 is an object\n"));
  EXPECT_EQ(format_of("a.json", kLine),
            "effk: error: ROOT/a.json: /completion is a string\n"
            "  why:  an array of strings is wanted there\n"
            "  next: it was read as enamel: {\"NUMBER\": [CODE, ...]} or [[CODE, ...], ...] by the problems' "
            "numbers\n");
  options_.format = "jsonl";
  EXPECT_THAT(format_of("a.json", R"({"2": ["return x"]})"), HasSubstr("a.json:1 has no \"task_id\"\n"));
}

TEST_F(FormatChoice, ThatDoesNotFitTheArgumentIsAnError) {
  options_.format = "coffe";
  write("gpt/Bench_2/0.py", "x = 1\n");
  EXPECT_EQ(error_of("gpt"),
            "effk: error: ROOT/gpt does not have the format coffe\n"
            "  why:  it is a folder\n"
            "  next: wanted: {\"PROMPT\": [[TEXT, ...], VALID]}\n");
  options_.format = "folder";
  write("a.json", R"({"2": ["return x"]})");
  EXPECT_THAT(error_of("a.json"),
              HasSubstr("does not have the format folder\n  why:  it is one JSON document\n"));
}

TEST_F(FormatChoice, ThatIsUnknownSuggestsTheNearest) {
  options_.format = "cofe";
  const auto intake = read("nowhere");
  ASSERT_FALSE(intake);
  EXPECT_EQ(intake.error().kind, ErrorKind::usage);
  EXPECT_EQ(
      error_text(intake.error()),
      "effk: error: unknown format 'cofe'\n  next: did you mean 'coffe'? all of them: " + kAllFormats + "\n");
}

TEST_F(FormatChoice, OfATextThatIsNotUtf8NamesTheByte) {
  EXPECT_EQ(format_of("a.json", "{\"2\": [\"caf\xe9\"]}"),
            "effk: error: ROOT/a.json is not UTF-8\n"
            "  why:  byte 12 is 0xe9, which no UTF-8 text has there\n"
            "  next: convert it: iconv -f ENCODING -t UTF-8\n");
}

}  // namespace
}  // namespace effk::submissions
