#include <gmock/gmock.h>

#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>
#include <random>

#include "harness/submissions/jsonl_format.h"
#include "tests/submissions/archive_bytes.h"
#include "tests/submissions/intake_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Jsonl : public IntakeTest {
 protected:
  void SetUp() override { options_.default_language = suite::Language::python; }

  // The error of a file whose second line is this.
  std::string error_of_line(const std::string& line) const {
    write("a.jsonl", "{\"task_id\":\"two_sum\",\"solution\":\"def solve(x): return x\"}\n" + line + "\n");
    return error_of("a.jsonl");
  }
};

constexpr const char* kLines =
    "{\"task_id\":\"two_sum\",\"solution\":\"def solve(x): return 0\"}\n"
    "\n"
    "{\"task_id\":\"max_gap\",\"completion\":\"def solve(x): return 1\"}\r\n"
    "   \n"
    "{\"task_id\":\"two_sum\",\"solution\":\"def solve(x): return "
    "2\",\"completion\":\"no\",\"extra\":[1,{}]}\n"
    "{\"task_id\":\"two_sum\",\"solution\":\"def solve(x): return 3\",\"model\":\"meta/llama\"}";

TEST_F(Jsonl, NumbersRepeatedTasksInTheOrderOfTheirLines) {
  write("gpt-4.temp.jsonl", kLines);
  const auto intake = read("gpt-4.temp.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake),
              ElementsAre("gpt-4.temp max_gap python 0 as_is", "gpt-4.temp two_sum python 0 as_is",
                          "gpt-4.temp two_sum python 1 as_is", "meta/llama two_sum python 0 as_is"));
  EXPECT_EQ(intake->submissions[0].samples[2].code, "def solve(x): return 2");
  EXPECT_EQ(intake->submissions[0].samples[2].origin, (root_ / "gpt-4.temp.jsonl:5").string());
}

TEST_F(Jsonl, ReadsGzipAsThePlainFile) {
  write("a.jsonl", kLines);
  const auto plain = read("a.jsonl");
  write("a.jsonl.gz", gzip(kLines));
  const auto packed = read("a.jsonl.gz");
  ASSERT_TRUE(plain && packed) << error_of(packed);
  EXPECT_EQ(summary(*plain), summary(*packed));
  // Several members one after the other are one file, as for gunzip.
  write("b.jsonl.gz", gzip(std::string(kLines) + "\n") + gzip(kLines));
  const auto two = read("b.jsonl.gz");
  ASSERT_TRUE(two) << error_of(two);
  EXPECT_EQ(two->total.found, 2 * plain->total.found);
}

TEST_F(Jsonl, AcceptsAByteOrderMark) {
  write("a.jsonl", std::string("\xef\xbb\xbf") + kLines);
  EXPECT_EQ(error_of("a.jsonl"), "(no error)");
}

TEST_F(Jsonl, GivesEveryTextBackAsItWasWritten) {
  rc::check("any string of valid characters survives", [] {
    std::vector<std::string> texts;
    std::string lines;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
      std::string text;
      for (const int c : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 0x80)))
        text += static_cast<char>(c);
      text += "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80";
      texts.push_back(text);
      const nlohmann::json line = {{"task_id", "t"}, {*rc::gen::element("solution", "completion"), text}};
      lines += line.dump() + *rc::gen::element("\n", "\r\n", "\n\n", "\n \t\n");
    }
    ReadingLimits limits(1 << 20, 1 << 20);
    const auto found = parse_jsonl(lines, "x", "m", &limits);
    RC_ASSERT(found.has_value());
    RC_ASSERT(found->samples.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) RC_ASSERT(found->samples[i].text == texts[i]);
  });
}

TEST_F(Jsonl, SaysThatALineIsCutAtWhateverByteItIs) {
  const std::string line = "{\"task_id\": \"two_sum\", \"solution\": \"def \\u00e9\", \"n\": [1, true]}";
  for (std::size_t size = 1; size < line.size(); ++size) {
    ReadingLimits limits(1 << 20, 1 << 20);
    const auto found = parse_jsonl(line.substr(0, size), "x", "m", &limits);
    ASSERT_FALSE(found) << line.substr(0, size);
    EXPECT_EQ(found.error().kind, ErrorKind::bad_input);
    EXPECT_EQ(found.error().what, "x:1 is cut") << line.substr(0, size);
  }
}

TEST_F(Jsonl, NamesLineAndByteWhereALineIsCut) {
  EXPECT_EQ(error_of_line("{\"task_id\": \"two_sum\", \"solu"),
            "effk: error: ROOT/a.jsonl:2 is cut\n"
            "  why:  the line ends after byte 28, in the middle of a JSON value\n"
            "  next: write the line anew, or remove it\n");
}

TEST_F(Jsonl, NamesLineAndByteOfWhatIsNotJson) {
  EXPECT_EQ(error_of_line("{'task_id': 'two_sum'}"),
            "effk: error: ROOT/a.jsonl:2 is not JSON\n"
            "  why:  at byte 2, behind '{'\n"
            "  next: each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}\n");
  EXPECT_EQ(error_of_line("{\"task_id\": \"two_sum\"} {\"task_id\": 1}"),
            "effk: error: ROOT/a.jsonl:2 is not JSON\n"
            "  why:  at byte 24, behind 'sk_id\": \"two_sum\"} '\n"
            "  next: each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}\n");
}

TEST_F(Jsonl, NamesAValueOfTheWrongType) {
  EXPECT_EQ(error_of_line("{\"task_id\":\"two_sum\",\"solution\":[\"a\",\"b\"]}"),
            "effk: error: ROOT/a.jsonl:2: \"solution\" is an array\n"
            "  why:  each of task_id, solution, completion, model and language must be a string\n"
            "  next: write one line a sample\n");
  EXPECT_EQ(error_of_line("{\"task_id\":3,\"solution\":\"a\"}"),
            "effk: error: ROOT/a.jsonl:2: \"task_id\" is a number\n"
            "  why:  each of task_id, solution, completion, model and language must be a string\n"
            "  next: each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}\n");
  for (const char* key : {"completion", "model", "language"}) {
    EXPECT_THAT(
        error_of_line(std::string("{\"task_id\":\"two_sum\",\"solution\":\"a\",\"") + key + "\":null}"),
        HasSubstr(std::string("ROOT/a.jsonl:2: \"") + key + "\" is null\n"));
  }
}

TEST_F(Jsonl, NamesALineThatIsNoSample) {
  EXPECT_EQ(error_of_line("[1]"),
            "effk: error: ROOT/a.jsonl:2 is an array\n"
            "  why:  an object is wanted\n"
            "  next: each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}\n");
  EXPECT_EQ(error_of_line("{\"solution\":\"a\"}"),
            "effk: error: ROOT/a.jsonl:2 has no \"task_id\"\n"
            "  next: each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}\n");
  EXPECT_EQ(error_of_line("{\"task_id\":\"two_sum\"}"),
            "effk: error: ROOT/a.jsonl:2 has neither \"solution\" nor \"completion\"\n"
            "  next: each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}\n");
  EXPECT_EQ(error_of_line("{\"task_id\":\"two_sum\",\"solution\":\"a\",\"model\":\"\"}"),
            "effk: error: ROOT/a.jsonl:2: \"model\" is empty\n"
            "  next: name the model, or leave \"model\" out: then the file's name is taken\n");
}

TEST_F(Jsonl, NamesTheByteThatIsNotUtf8) {
  EXPECT_EQ(error_of_line("{\"task_id\":\"caf\xe9\"}"),
            "effk: error: ROOT/a.jsonl:2 is not UTF-8\n"
            "  why:  byte 16 is 0xe9, which no UTF-8 text has there\n"
            "  next: convert it: iconv -f ENCODING -t UTF-8\n");
}

TEST_F(Jsonl, WithoutSamplesIsAnError) {
  write("a.jsonl", "");
  EXPECT_EQ(error_of("a.jsonl"),
            "effk: error: ROOT/a.jsonl has no samples\n"
            "  why:  it is empty\n"
            "  next: each line: {\"task_id\": \"PROBLEM\", \"solution\": \"CODE\"}\n");
  write("a.jsonl", "\n \n");
  EXPECT_THAT(error_of("a.jsonl"), HasSubstr("why:  all of its lines are blank\n"));
  write("a.jsonl.gz", gzip(""));
  EXPECT_THAT(error_of("a.jsonl.gz"), HasSubstr("why:  it is empty\n"));
}

TEST_F(Jsonl, ThatIsNotWhollyUnpackedIsAnError) {
  const std::string packed = gzip(kLines);
  for (std::size_t size = 0; size < packed.size(); ++size) {
    write("a.jsonl.gz", packed.substr(0, size));
    EXPECT_THAT(error_of("a.jsonl.gz"), HasSubstr("effk: error: cannot unpack ROOT/a.jsonl.gz\n")) << size;
  }
  // Long enough that the cut is found only after much has been unpacked, at the end of a line or not.
  std::mt19937_64 random(1);
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += "{\"task_id\":\"two_sum\",\"solution\":\"x = " + std::to_string(random()) + "\"}\n";
  const std::string long_packed = gzip(lines);
  ASSERT_GT(long_packed.size(), 2 * 65536u);
  for (const std::size_t missing : {std::size_t{1}, std::size_t{8}, std::size_t{9}, long_packed.size() / 2}) {
    write("a.jsonl.gz", long_packed.substr(0, long_packed.size() - missing));
    EXPECT_THAT(error_of("a.jsonl.gz"), HasSubstr("effk: error: cannot unpack ROOT/a.jsonl.gz\n")) << missing;
  }
  write("a.jsonl.gz", kLines);
  EXPECT_EQ(error_of("a.jsonl.gz"),
            "effk: error: cannot unpack ROOT/a.jsonl.gz\n"
            "  why:  it does not begin as a gzip file does\n"
            "  next: see whether it is whole: gzip -t ROOT/a.jsonl.gz\n");
}

TEST_F(Jsonl, ThatIsTooLargeIsAnErrorAlsoWhenPacked) {
  options_.total_limit_bytes = 1 << 20;
  const std::string lines = kLines + std::string(2 << 20, '\n');
  const std::string wanted =
      " is too much to read\n"
      "  why:  all submissions together may have 1 MiB\n"
      "  next: hand them in by several commands, and join the runs: effk merge\n";
  write("a.jsonl", lines);
  EXPECT_EQ(error_of("a.jsonl"), "effk: error: ROOT/a.jsonl" + wanted);
  write("a.jsonl.gz", gzip(lines));
  EXPECT_EQ(error_of("a.jsonl.gz"), "effk: error: ROOT/a.jsonl.gz" + wanted);
}

TEST_F(Jsonl, WithASampleThatIsTooLargeIsAnError) {
  EXPECT_EQ(
      error_of_line("{\"task_id\":\"two_sum\",\"solution\":\"" + std::string((1 << 20) + 1, 'x') + "\"}"),
      "effk: error: the sample ROOT/a.jsonl:2 is too large\n"
      "  why:  it has 1048577 bytes, and a sample may have 1 MiB\n"
      "  next: remove it; no answer of a model is that long\n");
}

TEST_F(Jsonl, GivenTwiceIsAnError) {
  write("x/a.jsonl", kLines);
  write("y/a.jsonl", kLines);
  EXPECT_EQ(error_of(read_all({root_ / "x/a.jsonl", root_ / "y/a.jsonl"})),
            "effk: error: two samples of 'a' are called two_sum/0 (python)\n"
            "  why:  one is ROOT/x/a.jsonl:1, the other ROOT/y/a.jsonl:1\n"
            "  next: rename one, or give the models different names\n");
}

}  // namespace
}  // namespace effk::submissions
