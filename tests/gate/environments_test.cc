#include "harness/gate/environments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gate/small_runs.h"

namespace effk::gate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Environments : public testing::Test {
 protected:
  std::string fault(const std::vector<std::string>& across = {}) const {
    const auto meeting = meet(baseline_, run_, across);
    return meeting ? "no fault" : error_text(meeting.error());
  }
  record::RunRecord baseline_ = run_of({"p", "q"}, {right("p", "0")});
  record::RunRecord run_ = baseline_;
};

TEST_F(Environments, ThatAreAlikeMeet) {
  const auto meeting = meet(baseline_, run_, {});
  ASSERT_TRUE(meeting) << error_text(meeting.error());
  EXPECT_THAT(meeting->accepted, IsEmpty());
  EXPECT_THAT(meeting->notes, IsEmpty());
}

TEST_F(Environments, ThatDifferAreRefusedByTheNameOfEachDifference) {
  run_.environment["compiler"] = "g++ 13";
  run_.environment["libc"] = "2.40";
  EXPECT_EQ(fault(),
            "effk: error: the run and its baseline were made under conditions that differ\n"
            "  why:  compiler is 'g++ 12' in the baseline and 'g++ 13' in the run; libc is '2.36' in the "
            "baseline and "
            "'2.40' in the run\n"
            "  next: measure the baseline anew, or compare with relative limits: --across compiler,libc\n");
  EXPECT_THAT(fault({"compiler"}), HasSubstr("why:  libc is"));
}

TEST_F(Environments, MeetWhereWhatDiffersIsAcceptedByName) {
  run_.environment["compiler"] = "g++ 13";
  run_.environment["compiler.digest"] = "e";
  const auto meeting = meet(baseline_, run_, {"compiler"});
  ASSERT_TRUE(meeting) << error_text(meeting.error());
  EXPECT_THAT(meeting->accepted,
              ElementsAre(HasSubstr("compiler is 'g++ 12'"), HasSubstr("compiler.digest is 'd'")));
}

TEST_F(Environments, OfProblemsWithOtherContentDifferInTheSuite) {
  run_.problems[1].digest = "other";
  EXPECT_THAT(fault(), HasSubstr("suite: a problem of the same name has other content: q\n"));
  EXPECT_THAT(fault(), HasSubstr("--across suite"));
  EXPECT_EQ(fault({"suite"}), "no fault");
}

TEST_F(Environments, OfTimesAndCountsNeverMeet) {
  run_.environment["cost"] = "time";
  EXPECT_THAT(fault({"cost"}), HasSubstr("times and counts are never compared"));
  EXPECT_THAT(fault({kEverything}), HasSubstr("times and counts are never compared"));
}

TEST_F(Environments, SuggestWhatAMisspeltWordMeant) {
  EXPECT_EQ(fault({"compilr"}),
            "effk: error: --across: 'compilr' is nothing that an environment has\n"
            "  next: did you mean 'compiler'? usual ones: compiler, libc, libstdc++, interpreter, suite\n");
}

}  // namespace
}  // namespace effk::gate
