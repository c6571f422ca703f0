#include "tests/submissions/imported_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class OpenaiBatch : public ImportedTest {
 protected:
  // A line as the batch interface writes it for one answer.
  static std::string answer(const std::string& custom_id, const std::string& choices,
                            const std::string& model = "org/model-7b") {
    return R"({"id": "batch_req_1", "custom_id": ")" + custom_id +
           R"(", "response": {"status_code": 200, "request_id": "r", "body": {"id": "c", "object": "chat.completion", "model": ")" +
           model + R"(", "choices": )" + choices + R"(, "usage": {"total_tokens": 3}}}, "error": null})" +
           "\n";
  }
  static std::string choice(const std::string& message, const std::string& finish_reason = "stop",
                            int index = 0) {
    return R"({"index": )" + std::to_string(index) + R"(, "message": )" + message +
           R"(, "logprobs": null, "finish_reason": ")" + finish_reason + R"("})";
  }
  static std::string said(const std::string& content) {
    return R"({"role": "assistant", "content": )" + content + R"(, "refusal": null})";
  }
};

const char* const kTwice = R"("```python\ndef twice(x):\n    return x + x\n```")";

TEST_F(OpenaiBatch, IsMatchedByTheCustomIdThatEffkWrites) {
  write("out.jsonl",
        answer("Bench_2/python/1", "[" + choice(said(kTwice)) + "]") +
            answer("Bench_2/python/0", "[" + choice(said(kTwice)) + "]") +
            answer("Bench_10/python/0", "[" + choice(said(R"~("def root(xs): return poly(xs, 0)")~")) + "]"));
  const auto intake = read("out.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "openai-batch");
  EXPECT_THAT(summary(*intake),
              ElementsAre("org/model-7b Bench_10 python 0 as_is+preamble",
                          "org/model-7b Bench_2 python 0 fence", "org/model-7b Bench_2 python 1 fence"));
  EXPECT_EQ(intake->submissions[0].samples[1].origin, (root_ / "out.jsonl:2").string());
}

TEST_F(OpenaiBatch, TakesOtherIdsAndSeveralChoices) {
  const std::string two = "[" + choice(said(kTwice), "stop", 1) + "," + choice(said(kTwice), "stop", 0) + "]";
  write("out.jsonl", answer("Bench/2", two, "a") + answer("Bench_2/python/3", two, "b") +
                         answer("Bench/7", two, "a") + answer("request-1", two, "a"));
  const auto intake = read("out.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("a Bench_2 python 0 fence", "a Bench_2 python 1 fence",
                                            "b Bench_2 python 3.0 fence", "b Bench_2 python 3.1 fence"));
  EXPECT_THAT(skips(*intake),
              ElementsAre("out.jsonl:3:/response/body/choices/0: unknown problem 'Bench/7'",
                          "out.jsonl:3:/response/body/choices/1: unknown problem 'Bench/7'",
                          "out.jsonl:4:/response/body/choices/0: unknown problem 'request-1'",
                          "out.jsonl:4:/response/body/choices/1: unknown problem 'request-1'"));
}

TEST_F(OpenaiBatch, FailedRequestsAreSkippedWithWhatTheEndpointSaid) {
  write(
      "out.jsonl",
      answer("Bench_2/python/0", "[" + choice(said(kTwice)) + "]") +
          R"({"custom_id": "Bench_2/python/1", "response": null, "error": {"code": "batch_expired", "message": "Too late."}})"
          "\n"
          R"({"custom_id": "Bench_2/python/2", "response": {"status_code": 429, "body": {"error": {"message": "Slow down.", "type": "x"}}}, "error": null})"
          "\n"
          R"({"custom_id": "Bench_2/python/3", "response": null, "error": "out of memory"})"
          "\n"
          R"({"custom_id": "Bench_2/python/4", "response": null, "error": null})"
          "\n" +
          answer("Bench_2/python/5", "[]"));
  const auto intake = read("out.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(skips(*intake), ElementsAre("out.jsonl:2: the request failed: Too late.",
                                          "out.jsonl:3: the request failed: Slow down.",
                                          "out.jsonl:4: the request failed: out of memory",
                                          "out.jsonl:5: the request failed: without a message",
                                          "out.jsonl:6: the response has no choices"));
  EXPECT_EQ(intake->total, (SampleCounts{6, 1, 0, 5}));
}

TEST_F(OpenaiBatch, AnswersWithoutCodeAreSamplesAndCount) {
  write(
      "out.jsonl",
      answer("Bench_2/python/0",
             "[" + choice(R"({"role": "assistant", "content": null, "refusal": "I will not."})") + "]") +
          answer(
              "Bench_2/python/1",
              "[" +
                  choice(
                      R"({"role": "assistant", "content": null, "tool_calls": [{"function": {"name": "run", "arguments": "{}"}}]})",
                      "tool_calls") +
                  "]") +
          answer("Bench_2/python/2", "[" + choice(said("null"), "content_filter") + "]") +
          answer("Bench_2/python/3",
                 "[" + choice(said(R"("```python\ndef twice(x):\n    return")"), "length") + "]") +
          answer(
              "Bench_2/python/4",
              "[" +
                  choice(said(
                      R"([{"type": "text", "text": "def twice(x):\n"}, {"type": "text", "text": "    return 2 * x"}])")) +
                  "]"));
  const auto intake = read("out.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(codes(*intake), ElementsAre("(none)", "(none)", "(none)", "def twice(x):\n    return",
                                          "def twice(x):\n    return 2 * x"));
  EXPECT_EQ(intake->submissions[0].samples[0].raw, "I will not.");
  EXPECT_EQ(intake->total, (SampleCounts{5, 5, 3, 0}));
  const std::string file = (root_ / "out.jsonl").string();
  EXPECT_THAT(
      intake->warnings,
      ElementsAre(file + ": 1 answers were cut at the most tokens that they may have (finish_reason "
                         "length); they are run as they are",
                  file + ": 1 answers were withheld by a filter (finish_reason content_filter); they are run "
                         "as they are"));
}

TEST_F(OpenaiBatch, TakesPlainCompletionsAndABodyInPlaceOfTheResponse) {
  write(
      "out.jsonl",
      R"({"custom_id": "Bench_2/python/0", "response": {"status_code": 200, "body": {"choices": [{"index": 0, "text": "    return x + x\n", "finish_reason": "stop"}]}}})"
      "\n"
      R"({"custom_id": "Bench_2/python/1", "response": {"id": "c", "model": "out", "choices": [{"message": {"content": "def twice(x): return 2 * x"}}]}, "error": null})"
      "\n");
  const auto intake = read("out.jsonl");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake),
              ElementsAre("out Bench_2 python 0 as_is+prompt", "out Bench_2 python 1 as_is"));
}

TEST_F(OpenaiBatch, InputHandedInByMistakeIsAnErrorThatSaysSo) {
  write("in.jsonl",
        R"({"custom_id": "Bench_2/python/0", "method": "POST", "url": "/v1/chat/completions", "body": {}})");
  EXPECT_EQ(error_of("in.jsonl"),
            "effk: error: ROOT/in.jsonl:1 is a request, not an answer\n"
            "  why:  it has a \"body\" and no \"response\"\n"
            "  next: send it, and hand in what comes back\n");
}

TEST_F(OpenaiBatch, NamesThePlaceOfAWrongKind) {
  const auto error_with = [&](const std::string& line) {
    write("out.jsonl", answer("Bench_2/python/0", "[" + choice(said(kTwice)) + "]") + line);
    return error_of("out.jsonl");
  };
  EXPECT_EQ(
      error_with(answer("Bench_2/python/1", "null")),
      "effk: error: ROOT/out.jsonl:2: /response/body/choices is null\n"
      "  why:  an array is wanted there\n"
      "  next: wanted: the output of a batch, whose requests `effk prompts --openai-batch MODEL` writes\n");
  EXPECT_THAT(error_with(answer("Bench_2/python/1", "[3]")),
              HasSubstr(":2: /response/body/choices/0 is a number\n"));
  EXPECT_THAT(error_with(answer("Bench_2/python/1", "[{}]")),
              HasSubstr(":2: /response/body/choices/0/message is null\n"));
  EXPECT_THAT(error_with(answer("Bench_2/python/1", R"([{"message": {"content": 3}}])")),
              HasSubstr(":2: /response/body/choices/0/message/content is a number\n"));
  EXPECT_THAT(error_with(R"({"custom_id": 3})"), HasSubstr(":2: /custom_id is a number\n"));
  EXPECT_THAT(error_with("[]"), HasSubstr(":2: the line is an array\n"));
  EXPECT_THAT(error_with(R"({"custom_id": "x)"), HasSubstr("out.jsonl:2 is cut\n"));
}

}  // namespace
}  // namespace effk::submissions
