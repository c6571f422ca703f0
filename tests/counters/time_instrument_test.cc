#include "harness/counters/time_instrument.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace effk::counters {
namespace {

// Above every process id that Linux gives out.
constexpr pid_t kNobody = (1 << 22) + 1;

using testing::Contains;
using testing::Not;

class TimeInstrument : public testing::Test {
 protected:
  void SetUp() override {
    auto made = make_time_instrument(3);
    if (!made) GTEST_SKIP() << error_text(made.error());
    instrument_ = std::move(*made);
    meter_ = instrument_->attach({}).value();
    ASSERT_TRUE(meter_->prepare());
  }

  std::uint64_t reading() { return meter_->read().value().value; }

  std::unique_ptr<Instrument> instrument_;
  std::unique_ptr<Meter> meter_;
};

TEST_F(TimeInstrument, IsNoneOfThoseThatCount) {
  EXPECT_THAT(instrument_names(), Not(Contains("time")));
  EXPECT_EQ(instrument_->traits().unit, CostUnit::cpu_time_nanoseconds);
  EXPECT_FALSE(instrument_->traits().deterministic);
  EXPECT_EQ(instrument_->traits().repetitions, 3);
}

TEST_F(TimeInstrument, TakesALimitInInstructionsForHalfAsManyNanoseconds) {
  EXPECT_EQ(instrument_->traits().in_own_unit({2'000'000}), Cost{1'000'000});
}

// This process stands for the child: its clock runs on while it is read.
TEST_F(TimeInstrument, ReadsAClockThatNeverGoesBack) {
  ASSERT_TRUE(meter_->start(::getpid(), {}));
  std::uint64_t last = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t now = reading();
    ASSERT_GE(now, last);
    last = now;
  }
  EXPECT_GT(last, 0u);
}

TEST_F(TimeInstrument, EndsWithWhatTheKernelChargedSinceMarkZero) {
  ASSERT_TRUE(meter_->start(::getpid(), {}));
  // More than this process has used in its life, by an hour at least, less what it had used at the start.
  const std::chrono::microseconds charged = std::chrono::hours(2);
  meter_->ended(charged);
  const std::uint64_t whole = static_cast<std::uint64_t>(std::chrono::nanoseconds(charged).count());
  EXPECT_LE(reading(), whole);
  EXPECT_GT(reading(), whole / 2);
  EXPECT_EQ(reading(), reading()) << "the clock no longer runs";
}

TEST_F(TimeInstrument, DoesNotFallBehindWhatItHasSeenWhereTheKernelCutsOff) {
  ASSERT_TRUE(meter_->start(::getpid(), {}));
  const std::uint64_t seen = reading();
  meter_->ended(std::chrono::microseconds(0));
  EXPECT_EQ(reading(), seen);
}

TEST_F(TimeInstrument, SaysThatThereIsNoSuchChild) {
  const auto started = meter_->start(kNobody, {});
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind, ErrorKind::environment);
  EXPECT_EQ(started.error().what, "cannot find the CPU clock of a child");
}

TEST_F(TimeInstrument, CountsNoWholePrograms) {
  const auto counted = instrument_->count_program({});
  ASSERT_FALSE(counted);
  EXPECT_EQ(error_text(counted.error()),
            "effk: error: CPU time is no count of a whole program\n  next: effk count --help\n");
}

}  // namespace
}  // namespace effk::counters
