// docs/submissions.md shows an example of every format that is a file: each is read as what the page says.
#include <gmock/gmock.h>

#include <map>

#include "harness/base/files.h"
#include "tests/submissions/intake_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;

// The first block of JSON below each heading "## `name`".
std::map<std::string, std::string> examples_of(const std::string& page) {
  std::map<std::string, std::string> examples;
  const std::string heading = "\n## `";
  for (std::size_t at = page.find(heading); at != page.npos;) {
    const std::size_t name = at + heading.size();
    const std::size_t next = page.find(heading, name);
    const std::string section = page.substr(name, next == page.npos ? page.npos : next - name);
    const std::string fence = "\n```json\n";
    if (const std::size_t start = section.find(fence); start != section.npos) {
      const std::size_t text = start + fence.size();
      examples[section.substr(0, section.find('`'))] =
          section.substr(text, section.find("\n```\n", text) + 1 - text);
    }
    at = next;
  }
  return examples;
}

class Page : public IntakeTest {
 protected:
  Page() {
    suite_.problems.clear();
    const auto add = [&](const char* id, const char* alias, const char* entry_point, const char* prompt) {
      suite::Problem problem;
      problem.id = id;
      problem.aliases = {alias};
      problem.signature.entry_point = entry_point;
      if (*prompt != '\0') {
        problem.prompt = prompt;
        problem.languages = {suite::Language::python};
      }
      suite_.problems.push_back(problem);
    };
    add("Bench_0", "Bench/0", "first", "def first(xs):\n    \"\"\"The first.\"\"\"\n");
    add("Bench_1", "Bench/1", "last", "def last(xs):\n    \"\"\"The last.\"\"\"\n");
    add("two_sum", "two_sum", "two_sum", "");
  }
};

TEST_F(Page, ShowsWhatEveryFormatReads) {
  const auto page = read_file(EFFK_SUBMISSIONS_PAGE);
  ASSERT_TRUE(page) << error_text(page.error());
  std::map<std::string, std::vector<std::string>> found;
  for (const auto& [format, text] : examples_of(*page)) {
    write("m", text);
    options_.default_language.reset();
    if (format == "bigcode") options_.default_language = suite::Language::python;
    const auto intake = read("m");
    ASSERT_TRUE(intake) << format << "\n" << error_of(intake);
    EXPECT_EQ(intake->sources[0].format, format);
    found[format] = summary(*intake);
    found[format].push_back(std::to_string(intake->total.skipped) + " skipped");
  }
  ASSERT_EQ(found.size(), 6u);
  EXPECT_THAT(found["jsonl"],
              ElementsAre("llama two_sum cpp 0 as_is", "m Bench_0 python 0 as_is+prompt", "0 skipped"));
  EXPECT_THAT(found["openai-batch"], ElementsAre("llama two_sum python 0 as_is", "1 skipped"));
  EXPECT_THAT(found["enamel"], ElementsAre("m Bench_0 python 0 as_is+prompt", "m Bench_0 python 1 as_is",
                                           "m Bench_1 python 0 as_is", "0 skipped"));
  EXPECT_THAT(found["bigcode"], ElementsAre("m Bench_0 python 0 as_is", "m Bench_1 python 0 as_is+prompt",
                                            "m two_sum python 0 as_is", "0 skipped"));
  EXPECT_THAT(found["coffe"], ElementsAre("m Bench_1 python 0 fence", "1 skipped"));
  EXPECT_THAT(found["mercury"],
              ElementsAre("m two_sum python 0 as_is", "m two_sum python 1 as_is", "0 skipped"));
}

TEST_F(Page, NamesEveryFormat) {
  const auto page = read_file(EFFK_SUBMISSIONS_PAGE);
  ASSERT_TRUE(page);
  for (const FormatName& format : format_names())
    EXPECT_NE(page->find("\n## `" + std::string(format.name) + "`\n"), page->npos) << format.name;
}

}  // namespace
}  // namespace effk::submissions
