#include "harness/session/machine_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace effk::session {
namespace {

TEST(TimeWarning, SaysWhatIsKnownOfTheMachine) {
  EXPECT_EQ(
      time_warning({4, 1.25, "powersave"}, 1),
      "costs are CPU time, which is not repeatable: another run gives other scores; when it began, the load "
      "average was 1.2 on 4 CPUs, the frequency governor powersave");
}

TEST(TimeWarning, SaysWhatCannotBeKnown) {
  EXPECT_EQ(
      time_warning({1, {}, {}}, 1),
      "costs are CPU time, which is not repeatable: another run gives other scores; the machine's load is "
      "not known, no frequency governor can be seen");
}

TEST(TimeWarning, CallsOneProcessorByItsSingular) {
  EXPECT_THAT(time_warning({1, 0.0, {}}, 1), testing::HasSubstr("the load average was 0.0 on 1 CPU,"));
}

TEST(TimeWarning, NamesSamplesThatAreTimedSideBySide) {
  EXPECT_THAT(time_warning({2, 0.5, "performance"}, 2),
              testing::EndsWith("; 2 samples at a time (--jobs) slow each other down"));
  EXPECT_THAT(time_warning({2, 0.5, "performance"}, 1), testing::Not(testing::HasSubstr("--jobs")));
}

TEST(MachineState, HasAtLeastOneCpu) {
  EXPECT_GE(machine_state().cpus, 1);
}

}  // namespace
}  // namespace effk::session
