// The lines of an exported run: what they look like, and what is refused.
#include <gtest/gtest.h>

#include "harness/store/run_jsonl.h"

namespace effk::store {
namespace {

constexpr const char* kHead =
    R"({"type":"run","format":"effk run","schema":4,"alpha":2.0,"complete":true,"lines":1,"environment":{}})"
    "\n";

record::RunRecord one_sample() {
  record::RunRecord run;
  run.complete = true;
  record::SampleRecord sample;
  sample.model = "m";
  sample.problem = "p";
  sample.language = "cpp";
  sample.sample = "1";
  sample.code = "int f() { return \xff; }";
  record::CaseRecord one;
  one.total = {12};
  one.use = {1, 2, 3, 4};
  sample.cases.push_back(one);
  run.samples.push_back(sample);
  return run;
}

std::string why_not(const std::string& text) {
  const auto run = from_jsonl(text, "r.jsonl");
  if (run) return "it is read";
  EXPECT_EQ(run.error().kind, ErrorKind::bad_input);
  EXPECT_EQ(run.error().what, "cannot read the run r.jsonl");
  return run.error().why;
}

TEST(ExportedRun, LeavesOutWhatHasItsUsualValue) {
  EXPECT_EQ(
      to_jsonl(one_sample(), {.code = false}),
      std::string(kHead) +
          R"({"type":"sample","model":"m","problem":"p","language":"cpp","sample":"1","verdict":"accepted",)"
          R"("load":null,"cases":[{"level":0,"number":0,"total":12,"cost":null,"use":[1,2,3,4]}]})"
          "\n");
}

TEST(ExportedRun, HasTheEventsOfACaseByName) {
  record::RunRecord run = one_sample();
  run.samples[0].cases[0].use = {};
  run.samples[0].cases[0].use.events = {{"PAGE_FAULTS", 7}, {"BRANCHES", 0}};
  const std::string lines = to_jsonl(run, {.code = false});
  EXPECT_NE(lines.find(R"("total":12,"cost":null,"events":{"BRANCHES":0,"PAGE_FAULTS":7}}]})"),
            std::string::npos)
      << lines;
  EXPECT_EQ(to_jsonl(from_jsonl(lines, "").value(), {.code = false}), lines);
}

TEST(ExportedRun, CarriesTextThatIsNotUtf8AsHexadecimalDigits) {
  const std::string lines = to_jsonl(one_sample());
  EXPECT_NE(lines.find(R"("code":{"hex":"696e742066)"), std::string::npos) << lines;
  EXPECT_EQ(from_jsonl(lines, "")->samples.at(0).code, one_sample().samples[0].code);
}

TEST(ExportedRun, WithoutUseDoesNotDependOnWhatWasUsed) {
  record::RunRecord other = one_sample();
  other.samples[0].cases[0].use = {5, 6, 7, 8, {{"PAGE_FAULTS", 9}}};
  EXPECT_NE(to_jsonl(other), to_jsonl(one_sample()));
  EXPECT_EQ(to_jsonl(other, {.use = false}), to_jsonl(one_sample(), {.use = false}));
}

TEST(ExportedRun, WithoutUseDoesNotDependOnWhenACensoredCaseWasStopped) {
  record::RunRecord one = one_sample();
  one.samples[0].cases[0].verdict = record::Verdict::budget_exceeded;
  record::RunRecord other = one;
  other.samples[0].cases[0].total = {77};
  EXPECT_NE(to_jsonl(other), to_jsonl(one));
  const std::string lines = to_jsonl(other, {.code = true, .use = false});
  EXPECT_EQ(lines, to_jsonl(one, {.code = true, .use = false}));
  EXPECT_EQ(to_jsonl(from_jsonl(lines, "").value()), lines);
}

TEST(ExportedRun, DoesNotDependOnTheOrderInWhichSamplesWereStored) {
  record::RunRecord run = one_sample();
  run.samples.push_back(run.samples[0]);
  run.samples[0].sample = "10";
  const std::string lines = to_jsonl(run);
  std::swap(run.samples[0], run.samples[1]);
  EXPECT_EQ(to_jsonl(run), lines);
}

TEST(ExportedRun, IsRefusedWhereItIsCutOff) {
  const std::string lines = to_jsonl(one_sample());
  EXPECT_EQ(why_not(lines.substr(0, lines.find('\n') + 1)),
            "line 1: it is the last one, and by the first one's \"lines\" there are 2 in all");
}

TEST(ExportedRun, IsRefusedByTheLineThatIsWrong) {
  const std::string head = kHead;
  EXPECT_EQ(why_not("{}\n"), R"(line 1: it is no exported run: its first line has no "format":"effk run")");
  EXPECT_EQ(why_not(head + "[]\n"), "line 2: it is no JSON object");
  EXPECT_EQ(why_not(head + "{\"type\":\"moon\"}\n"), "line 2: 'moon' is no type of line");
  EXPECT_EQ(why_not(head + "{\"type\":\"sample\"}\n"), "line 2: 'model' is missing");
  EXPECT_EQ(why_not(head + "{\"type\":\"warning\",\"text\":7}\n"),
            "line 2: a text is neither a string nor {\"hex\": ...}");
  std::string newer = head;
  newer.replace(newer.find("\"schema\":4"), 10, "\"schema\":9");
  EXPECT_EQ(why_not(newer), "line 1: its schema version is 9, and this effk knows versions up to 4");
  const std::string line = to_jsonl(one_sample()).substr(head.size());
  std::string negative = line;
  negative.replace(negative.find("\"total\":12"), 10, "\"total\":-1");
  EXPECT_EQ(why_not(head + negative), "line 2: 'total' is no whole number from 0");
  std::string uncounted = line;
  uncounted.replace(uncounted.find("\"use\":[1,2,3,4]"), 15, R"("events":{"PAGE_FAULTS":-1})");
  EXPECT_EQ(why_not(head + uncounted), "line 2: 'PAGE_FAULTS' is no whole number from 0");
  uncounted.replace(uncounted.find("{\"PAGE_FAULTS\":-1}"), 18, "[1]");
  EXPECT_EQ(why_not(head + uncounted), "line 2: 'events' is no object of counts by name");
  std::string twice = head;
  twice.replace(twice.find("\"lines\":1"), 9, "\"lines\":2");
  EXPECT_EQ(why_not(twice + line + line), "line 3: a sample is in it twice");
}

}  // namespace
}  // namespace effk::store
