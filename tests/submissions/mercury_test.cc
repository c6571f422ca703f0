#include "tests/submissions/imported_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Mercury : public ImportedTest {
 protected:
  Mercury() {
    add("two_sum", "1", "twoSum",
        "class Solution(object):\n    def twoSum(self, xs):\n        \"\"\"Doc.\"\"\"\n");
    std::sort(suite_.problems.begin(), suite_.problems.end(),
              [](const suite::Problem& a, const suite::Problem& b) { return a.id < b.id; });
  }
};

TEST_F(Mercury, IsMatchedBySlugWhateverElseAnEvaluationAdded) {
  write(
      "gpt.json",
      R"({"two-sum": [{"task_id": "two-sum", "completion": "class Solution(object):\n    def twoSum(self, xs):\n        return 0\n"},
                                    {"task_id": "two-sum", "completion": "Sorry.", "result": {"runtime": 1.5}, "beyond_p": null}],
                        "no-such": [{"task_id": "no-such", "completion": "pass"}], "empty": []})");
  const auto intake = read("gpt.json");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "mercury");
  EXPECT_THAT(summary(*intake), ElementsAre("gpt two_sum python 0 as_is", "gpt two_sum python 1 none"));
  EXPECT_THAT(skips(*intake), ElementsAre("gpt.json:/no-such/0: unknown problem 'no-such'"));
}

TEST_F(Mercury, NamesThePlaceOfAWrongKind) {
  const auto error_with = [&](const char* second) {
    write("gpt.json", std::string(R"({"two-sum": [{"completion": "x"}], "zz": )") + second + "}");
    return error_of("gpt.json");
  };
  EXPECT_EQ(error_with("{}"),
            "effk: error: ROOT/gpt.json: /zz is an object\n"
            "  why:  an array of objects is wanted there\n"
            "  next: it was read as mercury: {\"SLUG\": [{\"task_id\", \"completion\"}, ...]}\n");
  EXPECT_THAT(error_with("[null]"), HasSubstr(": /zz/0 is null\n"));
  EXPECT_THAT(error_with(R"([{"completion": null}])"), HasSubstr(": /zz/0/completion is null\n"));
  EXPECT_THAT(error_with(R"([{"task_id": "zz"}])"), HasSubstr(": /zz/0 has no \"completion\"\n"));
}

}  // namespace
}  // namespace effk::submissions
