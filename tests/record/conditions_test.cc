// Which differences of two environments matter, to whom.
#include "harness/record/conditions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace effk::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Meeting kMeetings[] = {Meeting::joined, Meeting::taken_over, Meeting::compared};

Environment with(Environment environment, const std::string& key, const std::string& value) {
  environment[key] = value;
  return environment;
}

Environment counted_by(const std::string& instrument) {
  return {{"instrument", instrument},  {"cpu", "one"},  {"kernel", "Linux 6.1"},
          {"compiler.digest", "abcd"}, {"alpha", "2"},  {"sandbox", "landlock=3 fixed_addresses"},
          {"suite.digest", "1234"},    {"effk", "1.0"}, {"effk.commit", "c0ffee"}};
}

// "refused compiler.digest", of `key` set to another value in one of both.
std::vector<std::string> said(const Environment& environment, const std::string& key, Meeting meeting) {
  std::vector<std::string> lines;
  for (const Difference& one : differences(environment, with(environment, key, "another"), meeting))
    lines.push_back((one.refused ? "refused " : "warned ") + one.key);
  return lines;
}

TEST(Conditions, OfTheSameEnvironmentDoNotDiffer) {
  for (const Meeting meeting : kMeetings)
    EXPECT_THAT(differences(counted_by("perf"), counted_by("perf"), meeting), IsEmpty());
}

TEST(Conditions, RefuseAnotherCompilerInEveryMeeting) {
  for (const Meeting meeting : kMeetings)
    EXPECT_THAT(said(counted_by("icount"), "compiler.digest", meeting),
                ElementsAre("refused compiler.digest"));
}

TEST(Conditions, OfAnotherSuiteAreJoinedNeverTakenOverSilentlyAndComparedWithAWarning) {
  EXPECT_THAT(said(counted_by("icount"), "suite.digest", Meeting::joined),
              ElementsAre("refused suite.digest"));
  EXPECT_THAT(said(counted_by("icount"), "suite.digest", Meeting::taken_over), IsEmpty());
  EXPECT_THAT(said(counted_by("icount"), "suite.digest", Meeting::compared),
              ElementsAre("warned suite.digest"));
}

TEST(Conditions, OfAnotherMachineMatterOnlyWhereTheInstrumentDoesNotCountExactly) {
  for (const char* key : {"cpu", "kernel"}) {
    for (const char* exact : {"icount", "valgrind"}) {
      for (const Meeting meeting : kMeetings) EXPECT_THAT(said(counted_by(exact), key, meeting), IsEmpty());
    }
    EXPECT_THAT(said(counted_by("perf"), key, Meeting::joined), ElementsAre(std::string("refused ") + key));
    EXPECT_THAT(said(counted_by("perf"), key, Meeting::compared), ElementsAre(std::string("warned ") + key));
  }
}

TEST(Conditions, OfAnotherSandboxMatterToExactInstrumentsOnlyWithoutFixedAddresses) {
  const Environment here = counted_by("icount");
  EXPECT_THAT(differences(here, with(here, "sandbox", "landlock=7 fixed_addresses"), Meeting::joined),
              IsEmpty());
  EXPECT_THAT(said(here, "sandbox", Meeting::joined), ElementsAre("refused sandbox"));
}

// Their costs are the same, but half of the rows of a joined run would lack figures.
TEST(Conditions, OfOtherEventsMayBeComparedButNotJoined) {
  const Environment with_events = with(counted_by("perf"), "events", "PERF_COUNT_SW_PAGE_FAULTS");
  for (const Meeting meeting : {Meeting::joined, Meeting::taken_over}) {
    EXPECT_THAT(said(with_events, "events", meeting), ElementsAre("refused events"));
    EXPECT_THAT(said(counted_by("perf"), "events", meeting), ElementsAre("refused events"));
  }
  EXPECT_THAT(said(with_events, "events", Meeting::compared), ElementsAre("warned events"));
}

TEST(EventNames, AreThoseOfTheEnvironmentInTheirOrder) {
  EXPECT_THAT(event_names({}), IsEmpty());
  EXPECT_THAT(event_names({{"events", "B"}}), ElementsAre("B"));
  EXPECT_THAT(event_names({{"events", "B,A:u,C"}}), ElementsAre("B", "A:u", "C"));
}

TEST(Conditions, WithAKeyThatNobodyKnowsMayNotBeJoined) {
  EXPECT_THAT(said(counted_by("icount"), "moon", Meeting::joined), ElementsAre("refused moon"));
  EXPECT_THAT(said(counted_by("icount"), "moon", Meeting::compared), ElementsAre("warned moon"));
}

TEST(Conditions, ThatAnOlderRunDidNotRecordAreAWarningWhenCompared) {
  Environment older = counted_by("icount");
  older.erase("compiler.digest");
  const auto found = differences(older, counted_by("icount"), Meeting::compared);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].refused);
  EXPECT_EQ(words(found[0], "old.effk", "new.effk"),
            "compiler.digest is not recorded in old.effk and 'abcd' in new.effk");
  EXPECT_TRUE(any_refused(differences(older, counted_by("icount"), Meeting::joined)));
}

TEST(Conditions, OfARunThatDoesNotSayWhatItsCostsAreAreThoseOfCounts) {
  const Environment old = counted_by("icount");
  for (const Meeting meeting : kMeetings) {
    EXPECT_THAT(differences(old, with(old, "cost", "instructions"), meeting), IsEmpty());
    EXPECT_TRUE(any_refused(differences(old, with(old, "cost", "time"), meeting)));
  }
}

}  // namespace
}  // namespace effk::record
