// Samples and their standard under a clock that says what the test wrote down: what becomes of readings, from
// the order of the turns to the record.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <limits>

#include "harness/session/canaries.h"
#include "harness/session/evaluate.h"
#include "harness/session/standard.h"
#include "tests/toolchain/shared_toolchain.h"

namespace effk::session {
namespace {

using record::Verdict;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint64_t kMs = 1'000'000;

// Milliseconds, one a child, in the order in which children are started.
using Readings = std::deque<double>;

class WrittenClock : public counters::Meter {
 public:
  explicit WrittenClock(Readings& readings) : readings_(readings) {}
  const counters::Launch& launch() const override { return launch_; }
  Result<void> prepare() override {
    if (readings_.empty()) return fail(ErrorKind::internal, "one child more than was written down");
    now_ = {static_cast<std::uint64_t>(readings_.front() * kMs)};
    readings_.pop_front();
    return {};
  }
  Result<void> start(pid_t, UniqueFd) override { return {}; }
  Result<Cost> read() override { return now_; }
  Result<void> limit_memory(pid_t, std::uint64_t) override { return {}; }
  bool refused_memory() override { return false; }

 private:
  Readings& readings_;
  counters::Launch launch_;
  Cost now_;
};

class WrittenTime : public counters::Instrument {
 public:
  WrittenTime() {
    traits_.unit = CostUnit::cpu_time_nanoseconds;
    traits_.repetitions = 3;
    traits_.an_instruction = 0.5;
  }
  const counters::Traits& traits() const override { return traits_; }
  Result<std::unique_ptr<counters::Meter>> attach(std::optional<int>) const override {
    return std::make_unique<WrittenClock>(readings);
  }
  Result<counters::ProgramCount> count_program(const counters::ProgramRun&) const override {
    return fail(ErrorKind::internal, "not asked here");
  }

  mutable Readings readings;

 private:
  counters::Traits traits_;
};

constexpr const char* kRight = "import sys\nprint(sum(int(x) ** 2 for x in sys.stdin) % 1000003)\n";

// The problem has levels 0, 1 and 2 with 2, 1 and 1 cases.
class TimedEvaluation : public testing::Test {
 protected:
  // The empty program needs 1 ms, so the reference costs 2, 2, 10 and 40 ms, and T is 80 ms.
  void SetUp() override {
    auto suite = suite::load_suite(EFFK_SMALL_SUITE);
    ASSERT_TRUE(suite) << error_text(suite.error());
    suite_ = std::move(*suite);
    const suite::Problem& problem = *suite_.find("sum_lines");
    auto generator =
        cases::Generator::open(problem, toolchain::shared_toolchain(), {toolchain::test_cache(), 1, {}});
    ASSERT_TRUE(generator) << error_text(generator.error());
    clock_.readings = {1, 1, 1, 3, 3, 11, 11, 11, 41, 41, 41};
    auto standard =
        Standard::measure(problem, suite::Language::python, toolchain::shared_toolchain(),
                          std::move(*generator), drivers_, StandardOptions::of(suite_, 2, clock_.traits()));
    ASSERT_TRUE(standard) << error_text(standard.error());
    standard_ = *standard;
    ASSERT_THAT(clock_.readings, IsEmpty());
  }

  record::SampleRecord evaluated(const std::string& code, const Readings& readings) {
    clock_.readings = readings;
    record::SampleRecord sample;
    sample.code = code;
    const auto done = evaluate(sample, *standard_, toolchain::shared_toolchain(), drivers_);
    EXPECT_TRUE(done) << error_text(done.error());
    return sample;
  }

  WrittenTime clock_;
  suite::Suite suite_;
  Drivers drivers_{toolchain::shared_toolchain(), clock_, {}};
  std::shared_ptr<const Standard> standard_;
};

TEST_F(TimedEvaluation, MeasuresTheReferenceOnceAtLevel0AndRepeatedlyAbove) {
  std::vector<std::uint64_t> costs;
  for (const record::ReferenceCase& one : standard_->record().cases) costs.push_back(one.cost.value / kMs);
  EXPECT_THAT(costs, ElementsAre(2, 2, 10, 40));
  EXPECT_EQ(standard_->allowed(), Cost{80 * kMs});
}

TEST_F(TimedEvaluation, TakesHodgesLehmannOfTheSamplesTurnsBetweenTheReferences) {
  const auto sample = evaluated(kRight, {3, 3, 11, 12, 11, 12, 11, 18, 41, 61, 41, 51, 41, 71});
  ASSERT_EQ(sample.verdict, Verdict::accepted) << sample.detail;
  EXPECT_THAT(clock_.readings, IsEmpty());
  // 12, 12, 18: of 12, 12, 12, 15, 15, 18 the middle is 13.5, and 1 is the frame.
  EXPECT_EQ(sample.cases[2].cost, Cost{12'500'000});
  EXPECT_EQ(sample.cases[2].spread, Cost{6 * kMs});
  EXPECT_EQ(sample.cases[3].total, Cost{61 * kMs});
  EXPECT_EQ(sample.cases[3].cost, Cost{60 * kMs});
  EXPECT_THAT(sample.cases[2].flags, IsEmpty());
}

TEST_F(TimedEvaluation, PutsATimeInProportionToTheReferencesBesideIt) {
  // At level 1 the machine is twice as slow, at level 2 as it was.
  const auto sample = evaluated(kRight, {3, 3, 22, 24, 22, 24, 22, 24, 41, 41, 41, 41, 41, 41});
  ASSERT_EQ(sample.verdict, Verdict::accepted) << sample.detail;
  EXPECT_EQ(sample.cases[2].total, Cost{12 * kMs});
  EXPECT_EQ(sample.cases[2].cost, Cost{11 * kMs});
  EXPECT_THAT(sample.cases[2].flags, ElementsAre("drift"));
  EXPECT_EQ(sample.cases[3].cost, Cost{40 * kMs});
  EXPECT_THAT(sample.cases[3].flags, IsEmpty());
}

TEST_F(TimedEvaluation, DoesNotLetOneSlowTurnDecide) {
  // 110 is above the budget of 81, but 60, 110, 60 come to 72.5.
  const auto sample = evaluated(kRight, {3, 3, 11, 11, 11, 11, 11, 11, 41, 60, 41, 110, 41, 60});
  ASSERT_EQ(sample.verdict, Verdict::accepted) << sample.detail;
  EXPECT_EQ(sample.cases[3].total, Cost{72'500'000});
}

TEST_F(TimedEvaluation, LetsTheEstimateDecideWhatIsOverBudget) {
  // 100, 100, 70 come to 92.5.
  const auto sample = evaluated(kRight, {3, 3, 11, 11, 11, 11, 11, 11, 41, 100, 41, 100, 41, 70});
  ASSERT_EQ(sample.verdict, Verdict::budget_exceeded);
  EXPECT_EQ(sample.detail, "level 2, case 0: needed more than 81.0 ms of CPU time");
  EXPECT_EQ(sample.cases[3].total, Cost{92'500'000});
  EXPECT_EQ(sample.cases[3].cost, std::nullopt);
}

TEST_F(TimedEvaluation, StopsASampleThatIsFarOverBudgetAtItsFirstTurn) {
  const auto sample = evaluated(kRight, {3, 3, 11, 200, 11});
  ASSERT_EQ(sample.verdict, Verdict::budget_exceeded);
  EXPECT_EQ(sample.detail, "level 1, case 0: needed more than 81.0 ms of CPU time");
  EXPECT_THAT(clock_.readings, ElementsAre(11)) << "no turn more";
}

TEST_F(TimedEvaluation, BearsWithASlowSampleWhereTheReferenceIsSlowToo) {
  // Above 1.5 times the budget, but so is the machine: in proportion it is 200 * 11 / 55 = 40 ms.
  const auto sample = evaluated(kRight, {3, 3, 55, 200, 55, 200, 55, 200, 41, 41, 41, 41, 41, 41});
  ASSERT_EQ(sample.verdict, Verdict::accepted) << sample.detail;
  EXPECT_EQ(sample.cases[2].total, Cost{40 * kMs});
}

TEST_F(TimedEvaluation, GrantsTenMillisecondsMoreAtLevel0) {
  EXPECT_EQ(evaluated(kRight, {90, 3, 11, 11, 11, 11, 11, 11, 41, 41, 41, 41, 41, 41}).verdict,
            Verdict::accepted);
  EXPECT_EQ(evaluated(kRight, {92}).verdict, Verdict::budget_exceeded);
}

TEST_F(TimedEvaluation, LeavesAWrongSampleWrongHoweverFastItIs) {
  const auto sample = evaluated("print(-1)\n", {1});
  EXPECT_EQ(sample.verdict, Verdict::wrong_answer);
  EXPECT_EQ(sample.cases.size(), 1u);
}

TEST_F(TimedEvaluation, CallsADearAndWrongAnswerDear) {
  // Wrong on 12000 lines alone.
  const char* const kWrongOnMany =
      "import sys\nv = [int(x) for x in sys.stdin]\n"
      "print(0 if len(v) > 5000 else sum(x * x for x in v) % 1000003)\n";
  const auto sample = evaluated(kWrongOnMany, {3, 3, 11, 11, 11, 11, 11, 11, 41, 82, 41, 41});
  EXPECT_EQ(sample.verdict, Verdict::budget_exceeded) << "too dear comes before wrong";
  const auto cheap = evaluated(kWrongOnMany, {3, 3, 11, 11, 11, 11, 11, 11, 41, 41, 41, 41});
  EXPECT_EQ(cheap.verdict, Verdict::wrong_answer);
  EXPECT_THAT(clock_.readings, ElementsAre(41, 41)) << "no turn more";
}

TEST_F(TimedEvaluation, AsksOfTheCanaryReferenceThatItPassesAndNotWhatItCosts) {
  const double tolerance = repeat_tolerance(clock_);
  EXPECT_EQ(tolerance, std::numeric_limits<double>::infinity());
  const auto dear = evaluated(kRight, {3, 3, 11, 30, 11, 30, 11, 30, 41, 41, 41, 41, 41, 41});
  EXPECT_EQ(reference_fault(dear, *standard_, tolerance), "");
  const auto stopped = evaluated(kRight, {3, 3, 11, 200});
  EXPECT_EQ(reference_fault(stopped, *standard_, tolerance), "");
  const auto stopped_at_once = evaluated(kRight, {200});
  EXPECT_EQ(reference_fault(stopped_at_once, *standard_, tolerance),
            "budget_exceeded: level 0, case 0: needed more than 91.0 ms of CPU time");
  const auto wrong = evaluated("print(-1)\n", {1});
  EXPECT_THAT(reference_fault(wrong, *standard_, tolerance), testing::StartsWith("wrong_answer: "));
}

}  // namespace
}  // namespace effk::session
