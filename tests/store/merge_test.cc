// What may be joined, what comes of it, and by which words the rest is refused.
#include "harness/store/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/store/run_jsonl.h"

namespace effk::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

record::SampleRecord sample_of(const std::string& model, std::uint64_t total) {
  record::SampleRecord sample;
  sample.model = model;
  sample.problem = "p";
  sample.language = "cpp";
  sample.sample = "1";
  sample.code = "code of " + model;
  sample.cases.resize(1);
  sample.cases[0].total = {total};
  return sample;
}

NamedRun run_of(const std::string& name, const std::string& model) {
  record::RunRecord run;
  run.environment = {{"instrument", "icount"}, {"compiler", "g++ 12"}, {"cpu", "cpu of " + name}};
  run.complete = true;
  record::ProblemRecord problem;
  problem.problem = "p";
  problem.digest = "d1";
  run.problems = {problem};
  record::ReferenceRecord reference;
  reference.problem = "p";
  reference.language = "cpp";
  reference.cases.push_back({0, 0, {100}, 5, {1}});
  reference.cases[0].use = record::ResourceUse{static_cast<std::int64_t>(name.size()), 0, 0, 0};
  run.references = {reference};
  run.samples = {sample_of(model, 1)};
  run.warnings = {"both say so", "only " + name};
  return {name, run};
}

std::string why_not(const NamedRun& a, const NamedRun& b) {
  const auto merged = merge({a, b});
  if (merged) return "they are merged";
  EXPECT_EQ(merged.error().kind, ErrorKind::bad_input);
  EXPECT_EQ(merged.error().what, "these runs cannot be merged");
  return merged.error().why;
}

TEST(Merge, KeepsTheEventsOfEachCase) {
  NamedRun one = run_of("one", "a"), two = run_of("two", "b");
  for (NamedRun* run : {&one, &two}) {
    run->run.environment["events"] = "PAGE_FAULTS";
    run->run.samples[0].cases[0].use.events["PAGE_FAULTS"] = run == &one ? 1 : 2;
    run->run.references[0].cases[0].use->events["PAGE_FAULTS"] = 3;
  }
  const auto merged = merge({one, two});
  ASSERT_TRUE(merged) << error_text(merged.error());
  EXPECT_EQ(merged->environment.at("events"), "PAGE_FAULTS");
  EXPECT_EQ(merged->samples[0].cases[0].use.events.at("PAGE_FAULTS"), 1U);
  EXPECT_EQ(merged->samples[1].cases[0].use.events.at("PAGE_FAULTS"), 2U);
  EXPECT_EQ(merged->references[0].cases[0].use->events.at("PAGE_FAULTS"), 3U);
}

TEST(Merge, RefusesRunsThatWereAskedForOtherEvents) {
  NamedRun one = run_of("one", "a");
  one.run.environment["events"] = "PAGE_FAULTS";
  EXPECT_EQ(why_not(one, run_of("two", "b")), "events is 'PAGE_FAULTS' in one and not recorded in two");
}

TEST(Merge, HasWhatAnyHasOnce) {
  const auto merged = merge({run_of("one", "a"), run_of("two", "b"), run_of("one", "a")});
  ASSERT_TRUE(merged) << error_text(merged.error());
  EXPECT_EQ(merged->problems.size(), 1U);
  EXPECT_EQ(merged->references.size(), 1U);
  ASSERT_EQ(merged->samples.size(), 2U);
  EXPECT_EQ(merged->samples[0].model + merged->samples[1].model, "ab");
  EXPECT_THAT(merged->warnings, ElementsAre("both say so", "only one", "only two"));
  EXPECT_TRUE(merged->complete);
}

TEST(Merge, SaysEveryMachine) {
  const auto merged = merge({run_of("two", "b"), run_of("one", "a"), run_of("two", "c")});
  ASSERT_TRUE(merged);
  EXPECT_EQ(merged->environment.at("cpu"), "cpu of one; cpu of two");
}

TEST(Merge, OfOneRunIsThatRun) {
  const NamedRun one = run_of("one", "a");
  EXPECT_EQ(to_jsonl(merge({one}).value()), to_jsonl(one.run));
  EXPECT_EQ(to_jsonl(merge({one, one}).value()), to_jsonl(one.run));
}

TEST(Merge, DoesNotDependOnTheOrderButForWhatWasUsed) {
  const JsonlOptions without_use{.code = true, .use = false};
  auto ab = merge({run_of("one", "a"), run_of("two", "b")}).value();
  auto ba = merge({run_of("two", "b"), run_of("one", "a")}).value();
  ab.warnings.clear();
  ba.warnings.clear();
  EXPECT_EQ(to_jsonl(ab, without_use), to_jsonl(ba, without_use));
}

TEST(Merge, IsIncompleteIfAnyIs) {
  NamedRun other = run_of("two", "b");
  other.run.complete = false;
  EXPECT_FALSE(merge({run_of("one", "a"), other})->complete);
}

TEST(Merge, RefusesOtherConditionsByEachName) {
  NamedRun other = run_of("two", "b");
  other.run.environment["compiler"] = "g++ 13";
  other.run.environment["seed"] = "2";
  EXPECT_EQ(why_not(run_of("one", "a"), other),
            "compiler is 'g++ 12' in one and 'g++ 13' in two\n"
            "        seed is not recorded in one and '2' in two");
}

TEST(Merge, RefusesOtherMachinesWhereTheInstrumentIsNotExact) {
  NamedRun one = run_of("one", "a");
  NamedRun two = run_of("two", "b");
  one.run.environment["instrument"] = two.run.environment["instrument"] = "perf";
  EXPECT_EQ(why_not(one, two), "cpu is 'cpu of one' in one and 'cpu of two' in two");
}

TEST(Merge, TakesACensoredCaseForTheSameWhereverItWasStopped) {
  NamedRun one = run_of("one", "a");
  one.run.samples[0].cases[0].verdict = record::Verdict::budget_exceeded;
  NamedRun two = one;
  two.run.samples[0].cases[0].total = {2};
  const auto merged = merge({one, two});
  ASSERT_TRUE(merged) << error_text(merged.error());
  EXPECT_EQ(merged->samples.size(), 1U);
}

TEST(Merge, RefusesRecordsThatContradictEachOther) {
  NamedRun other = run_of("two", "a");
  other.run.samples[0].cases[0].total = {2};
  EXPECT_THAT(why_not(run_of("one", "a"), other), HasSubstr("sample a/p/cpp/1 is another in two"));
  other = run_of("two", "a");
  other.run.samples[0].code = "another";
  EXPECT_THAT(why_not(run_of("one", "a"), other), HasSubstr("sample a/p/cpp/1 is another in two"));
  other = run_of("two", "b");
  other.run.problems[0].digest = "d2";
  EXPECT_THAT(why_not(run_of("one", "a"), other), HasSubstr("problem p is another in two"));
  other = run_of("two", "b");
  other.run.references[0].cases[0].cost = {101};
  EXPECT_THAT(why_not(run_of("one", "a"), other), HasSubstr("the cpp reference of problem p is another"));
}

}  // namespace
}  // namespace effk::store
