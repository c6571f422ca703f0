#include "harness/gate/confirmation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gate/small_runs.h"

namespace effk::gate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

record::RunRecord timed(std::vector<record::SampleRecord> samples) {
  record::RunRecord run = run_of({"p", "q"}, std::move(samples));
  run.environment["instrument"] = "time";
  run.environment["cost"] = "time";
  return run;
}

class ConfirmationTest : public testing::Test {
 protected:
  // As the command does it, with `again` as what was measured the second time.
  RunComparison confirmed(const record::RunRecord& again) const {
    RunComparison comparison = compared(baseline_, run_);
    const auto subjects = worth_confirming(comparison);
    confirm(comparison, compared(baseline_, with_second_measurement(run_, again)), subjects);
    return comparison;
  }
  const record::RunRecord baseline_ = timed({right("p", "0"), right("p", "1"), right("q", "0")});
  const record::RunRecord run_ =
      timed({right("p", "0", 3 * kMillion), right("p", "1"), right("q", "0", 3 * kMillion)});
};

TEST_F(ConfirmationTest, IsWorthItForWhatIsWorseAlone) {
  EXPECT_THAT(worth_confirming(compared(baseline_, run_)),
              ElementsAre(Subject{"m", "cpp", "p", "0"}, Subject{"m", "cpp", "q", "0"}));
  EXPECT_THAT(worth_confirming(compared(baseline_, baseline_)), IsEmpty());
  EXPECT_THAT(worth_confirming(compared(baseline_, timed({right("p", "0")}))), IsEmpty())
      << "what is missing";
}

TEST_F(ConfirmationTest, KeepsWhatIsWorseTwiceAndDropsWhatIsNot) {
  const RunComparison comparison = confirmed(timed({right("p", "0"), right("q", "0", 3 * kMillion)}));
  EXPECT_FALSE(comparison.passed());
  EXPECT_EQ(comparison.samples[0].subject.problem, "q");
  EXPECT_EQ(comparison.samples[0].confirmation, Confirmation::confirmed);
  EXPECT_EQ(comparison.counts().worse, 1u);
  const auto vanished =
      std::find_if(comparison.samples.begin(), comparison.samples.end(),
                   [](const Comparison& one) { return one.confirmation == Confirmation::vanished; });
  ASSERT_NE(vanished, comparison.samples.end());
  EXPECT_EQ(vanished->subject.problem, "p");
  EXPECT_EQ(vanished->outcome, Outcome::unresolved);
  EXPECT_TRUE(confirmed(timed({right("p", "0"), right("q", "0")})).passed());
}

TEST_F(ConfirmationTest, TakesSecondTimesInTermsOfTheFirstReference) {
  record::RunRecord slow_machine = timed({right("p", "0", 2 * kMillion, 4 * kMillion)});
  for (record::ReferenceRecord& reference : slow_machine.references) {
    for (record::ReferenceCase& one : reference.cases) one.cost.value *= 2;
  }
  const record::RunRecord spliced = with_second_measurement(run_, slow_machine);
  EXPECT_EQ(spliced.samples[0].cases[1].cost->value, kMillion);
  EXPECT_EQ(spliced.samples[0].cases[2].cost->value, 2 * kMillion);
  EXPECT_EQ(spliced.samples[2].cases[1].cost->value, 3 * kMillion) << "was not measured again";
}

}  // namespace
}  // namespace effk::gate
