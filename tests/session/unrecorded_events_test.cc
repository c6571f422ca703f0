#include "harness/session/unrecorded_events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace effk::session {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

record::CaseRecord case_with(std::map<std::string, std::uint64_t> events, std::uint64_t total = 100) {
  record::CaseRecord one;
  one.total = {total};
  one.use.events = std::move(events);
  return one;
}

record::RunRecord run_of(const std::string& asked, std::vector<record::CaseRecord> cases) {
  record::RunRecord run;
  if (!asked.empty()) run.environment["events"] = asked;
  run.samples.resize(1);
  run.samples[0].cases = std::move(cases);
  return run;
}

TEST(UnrecordedEvents, AreNoneWhereEachCaseHasEachEventOrNoneWasAskedFor) {
  EXPECT_THAT(unrecorded_events(run_of("A,B", {case_with({{"A", 1}, {"B", 0}})})), IsEmpty());
  EXPECT_THAT(unrecorded_events(run_of("", {case_with({})})), IsEmpty());
}

TEST(UnrecordedEvents, AreCountedOverTheCasesOfSamplesRivalsAndReferences) {
  record::RunRecord run = run_of("B,A", {case_with({{"A", 1}, {"B", 1}}), case_with({{"A", 1}})});
  run.rivals.resize(1);
  run.rivals[0].cases = {case_with({})};
  run.references.resize(1);
  run.references[0].cases.resize(1);
  run.references[0].cases[0].use = record::ResourceUse{.events = {{"A", 1}}};
  EXPECT_THAT(
      unrecorded_events(run),
      ElementsAre(
          "B is not recorded in 3 of 4 cases: another program used the processor's counters "
          "too, and it was counted part of the time only; end other profilers, or ask for fewer events",
          "A is not recorded in 1 of 4 cases: another program used the processor's counters "
          "too, and it was counted part of the time only; end other profilers, or ask for fewer events"));
}

TEST(UnrecordedEvents, AreNotThoseOfACaseThatNeverBegan) {
  EXPECT_THAT(unrecorded_events(run_of("A", {case_with({{"A", 1}}), case_with({}, 0)})), IsEmpty());
}

}  // namespace
}  // namespace effk::session
