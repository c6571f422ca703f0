#include "harness/cli/batch_requests.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "harness/base/temporary_folder.h"
#include "harness/cli/prompt_text.h"
#include "harness/submissions/intake.h"

namespace effk::cli {
namespace {

using nlohmann::json;

suite::Problem twice() {
  suite::Problem problem;
  problem.id = "twice";
  problem.statement = "# Twice\n\nTwo times x: \xe2\x82\xac.";
  problem.signature = {"twice", {{"x", value::parse_type("int").value()}}, value::parse_type("int").value()};
  return problem;
}

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
  return lines;
}

TEST(BatchRequests, AreOneForEachSampleWithWhatWasAskedFor) {
  const auto lines = lines_of(batch_requests(twice(), suite::Language::cpp, {"gpt", 2, 0.8, 512}));
  ASSERT_EQ(lines.size(), 2u);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(
        lines[i],
        (json{{"custom_id", "twice/cpp/" + std::to_string(i)},
              {"method", "POST"},
              {"url", "/v1/chat/completions"},
              {"body",
               {{"model", "gpt"},
                {"messages",
                 json::array({{{"role", "user"}, {"content", prompt_text(twice(), suite::Language::cpp)}}})},
                {"temperature", 0.8},
                {"max_completion_tokens", 512}}}}));
  }
}

TEST(BatchRequests, LeaveOutWhatWasNotAskedFor) {
  const auto lines = lines_of(batch_requests(twice(), suite::Language::python, {"gpt", 1, {}, {}}));
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["body"].size(), 2u);
  EXPECT_TRUE(lines[0]["body"].contains("model") && lines[0]["body"].contains("messages"));
}

TEST(BatchRequests, OfAnExactPromptAskForTheWholeFunction) {
  suite::Problem problem = twice();
  problem.prompt = "import math\n\n\ndef twice(x):\n    \"\"\"Doc.\"\"\"";
  const auto lines = lines_of(batch_requests(problem, suite::Language::python, {"gpt", 1, {}, {}}));
  EXPECT_EQ(lines[0]["body"]["messages"][0]["content"],
            "Complete this Python 3.11 function (CPython, standard library only), as efficient as you can.\n"
            "Answer with one code block that holds all of it, imports and helpers included.\n\n"
            "```python\nimport math\n\n\ndef twice(x):\n    \"\"\"Doc.\"\"\"\n```\n");
}

// The circle: what a batch answers to our requests comes back as samples of the right problem and language.
TEST(BatchRequests, ComeBackAsSamplesThroughTheBatchsOutput) {
  suite::Suite suite;
  suite.problems = {twice()};
  std::string output;
  for (const suite::Language language : suite::kLanguages) {
    for (const json& request : lines_of(batch_requests(twice(), language, {"gpt", 3, 1.0, {}}))) {
      const bool cpp = language == suite::Language::cpp;
      const std::string code = cpp ? "```cpp\nint twice(int x) { return 2 * x; }\n```"
                                   : "```python\ndef twice(x):\n    return 2 * x\n```";
      const json answer = {
          {"id", "batch_req"},
          {"custom_id", request["custom_id"]},
          {"response",
           {{"status_code", 200},
            {"body",
             {{"model", request["body"]["model"]},
              {"choices", json::array({{{"index", 0},
                                        {"message", {{"role", "assistant"}, {"content", code}}},
                                        {"finish_reason", "stop"}}})}}}}},
          {"error", nullptr}};
      output = answer.dump() + "\n" + output;  // in whatever order
    }
  }
  const auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path());
  ASSERT_TRUE(folder);
  std::ofstream(folder->path() / "out.jsonl") << output;
  const auto intake = submissions::read_submissions({folder->path() / "out.jsonl"}, suite, {});
  ASSERT_TRUE(intake) << error_text(intake.error());
  ASSERT_EQ(intake->submissions.size(), 1u);
  EXPECT_EQ(intake->submissions[0].model, "gpt");
  std::string found;
  for (const submissions::Sample& sample : intake->submissions[0].samples) {
    found += std::string(suite::to_string(sample.language)) + sample.name + " ";
    EXPECT_TRUE(sample.code);
  }
  EXPECT_EQ(found, "cpp0 cpp1 cpp2 python0 python1 python2 ");
}

}  // namespace
}  // namespace effk::cli
