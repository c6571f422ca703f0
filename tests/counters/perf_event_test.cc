// The path of a perf event, from the child that opens it to the reading, with software events in place of the
// hardware's: every machine has them.
#include <gtest/gtest.h>
#include <linux/perf_event.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <cstring>

#include "harness/counters/count_driver.h"
#include "harness/counters/event_encoding.h"
#include "harness/counters/perf_instrument.h"
#include "tests/counters/held_signals.h"
#include "tests/counters/spawned.h"
#include "tests/counters/works.h"

namespace effk::counters {
namespace {

constexpr std::uint64_t kMiBytes = 1 << 20;

class PerfEvent : public testing::Test {
 protected:
  void attach(const std::string& event) {
    instrument_ = make_perf_instrument_unchecked(event).value();
    meter_ = instrument_->attach({}).value();
    driver_.emplace(CountDriver::start(*meter_, test_program("count_works")).value());
  }

  // False if this machine does not let anybody count at all.
  Result<void> begin(Work work, std::uint64_t argument, std::optional<Cost> budget) {
    return driver_->begin(*meter_, work, argument, budget);
  }

  std::unique_ptr<Instrument> instrument_;
  std::unique_ptr<Meter> meter_;
  std::optional<CountDriver> driver_;
};

#define BEGIN_WITH_BUDGET_OR_SKIP(work, argument, budget)   \
  if (auto begun = begin(work, argument, budget); !begun) { \
    GTEST_SKIP() << error_text(begun.error());              \
  }
#define BEGIN_OR_SKIP(work, argument) BEGIN_WITH_BUDGET_OR_SKIP(work, argument, std::nullopt)

TEST_F(PerfEvent, CountsWhatAChildOfTheChildDid) {
  constexpr std::uint64_t kPages = 5000;
  attach("PERF_COUNT_SW_PAGE_FAULTS");
  BEGIN_OR_SKIP(kGrandchildTouches, kPages);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  const auto faults = meter_->read();
  ASSERT_TRUE(faults) << error_text(faults.error());
  EXPECT_GE(faults->value, kPages);
  EXPECT_LE(faults->value, kPages + 1000);
}

TEST_F(PerfEvent, DoesNotCountOneChildInTheNext) {
  attach("PERF_COUNT_SW_PAGE_FAULTS");
  BEGIN_OR_SKIP(kGrandchildTouches, 5000);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  BEGIN_OR_SKIP(kLoop, 1000);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  EXPECT_LT(meter_->read().value().value, 1000U);
}

TEST_F(PerfEvent, StandsStillWhileTheChildWaits) {
  attach("PERF_COUNT_SW_TASK_CLOCK");
  BEGIN_OR_SKIP(kLoopTwice, 1'000'000);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::mark);
  // The child tells of the mark before it sleeps; what it still needs for that ends at some reading.
  std::uint64_t before = 0;
  std::uint64_t after = meter_->read().value().value;
  for (int i = 0; i < 1'000'000 && before != after; ++i) {
    before = after;
    after = meter_->read().value().value;
  }
  EXPECT_EQ(before, after);
  EXPECT_GT(after, 0U);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  EXPECT_GT(meter_->read().value().value, after);
}

// A signal that finds its thread in poll() ends it.
TEST_F(PerfEvent, EndsAPollWhenTheChildPassesItsBudget) {
  constexpr Cost kBudget{300'000'000};
  attach("PERF_COUNT_SW_TASK_CLOCK");
  ASSERT_TRUE(meter_->wakes_at_budget());
  BEGIN_WITH_BUDGET_OR_SKIP(kLoopForever, 0, kBudget);
  ASSERT_TRUE(driver_->release());
  const int waited = ::poll(nullptr, 0, 60'000);
  EXPECT_EQ(waited, -1) << "the budget of .3 s of CPU time passed unnoticed for 60 s";
  EXPECT_GT(meter_->read().value(), kBudget);
  ::kill(driver_->child(), SIGKILL);
  EXPECT_EQ(driver_->wait_for_report().value(), CountDriver::At::end);
}

TEST_F(PerfEvent, SpeaksUpForADescendantThatPassesTheBudgetAndForNoneThatDoesNot) {
  constexpr std::uint64_t kPages = 5000;
  attach("PERF_COUNT_SW_PAGE_FAULTS");
  HeldSignals signals;
  BEGIN_WITH_BUDGET_OR_SKIP(kGrandchildTouches, kPages, Cost{2 * kPages});
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  EXPECT_FALSE(signals.take());
  BEGIN_WITH_BUDGET_OR_SKIP(kGrandchildTouches, kPages, Cost{kPages / 2});
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  EXPECT_TRUE(signals.take());
}

TEST_F(PerfEvent, RefusesMemoryBeyondTheLimitAndNotBelow) {
  attach("PERF_COUNT_SW_TASK_CLOCK");
  for (const std::uint64_t megabytes : {250, 270}) {
    BEGIN_OR_SKIP(kAllocate, megabytes * kMiBytes);
    const auto limited = meter_->limit_memory(driver_->child(), 256 * kMiBytes);
    ASSERT_TRUE(limited) << error_text(limited.error());
    ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
    ASSERT_TRUE(WIFEXITED(driver_->wait_status()));
    EXPECT_EQ(WEXITSTATUS(driver_->wait_status()), megabytes > 256 ? kRefused : 0);
  }
}

// Of a whole program, and nothing of the process that becomes it.
TEST(PerfProgram, IsCountedWithThoseThatItStarts) {
  const auto instrument = make_perf_instrument_unchecked("PERF_COUNT_SW_PAGE_FAULTS").value();
  const auto faults_of = [&](const std::string& file, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), file);
    return instrument->count_program({file, arguments, RepeatRule::once});
  };
  const auto exact = faults_of(test_program("count_exact").string(), {});
  if (!exact) GTEST_SKIP() << error_text(exact.error());
  EXPECT_EQ(exact->wait_status, 0);
  EXPECT_LE(exact->instructions.value, 5U);
  const std::string program = test_program("count_whole").string();
  const auto alone = faults_of(program, {"nothing"});
  const auto started = faults_of("/bin/sh", {"-c", program + "; " + program + "; exit 3"});
  ASSERT_TRUE(alone && started);
  EXPECT_GT(alone->instructions.value, 20U);
  EXPECT_GT(started->instructions.value, 2 * (alone->instructions.value - 5));
  EXPECT_EQ(WEXITSTATUS(started->wait_status), 3);
}

TEST_F(PerfEvent, IsABugOfOursWhenTheChildPassedNone) {
  attach("PERF_COUNT_SW_TASK_CLOCK");
  ASSERT_TRUE(meter_->prepare());
  const auto started = meter_->start(1, UniqueFd());
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind, ErrorKind::internal);
}

TEST(EncodeEvent, CountsInstructionsOfUserModeWithAllThatIsForked) {
  const auto bytes = encode_event(kInstructionEvent);
  ASSERT_TRUE(bytes) << error_text(bytes.error());
  perf_event_attr attributes;
  ASSERT_EQ(bytes->size(), sizeof attributes);
  std::memcpy(&attributes, bytes->data(), sizeof attributes);
  EXPECT_EQ(attributes.type, static_cast<unsigned>(PERF_TYPE_HARDWARE));
  EXPECT_EQ(attributes.config, static_cast<unsigned>(PERF_COUNT_HW_INSTRUCTIONS));
  EXPECT_EQ(attributes.size, sizeof attributes);
  EXPECT_EQ(attributes.disabled, 1U);
  EXPECT_EQ(attributes.inherit, 1U);
  EXPECT_EQ(attributes.exclude_user, 0U);
  EXPECT_EQ(attributes.exclude_kernel, 1U);
  EXPECT_EQ(attributes.exclude_hv, 1U);
  EXPECT_EQ(attributes.enable_on_exec, 0U);
  EXPECT_EQ(attributes.sample_period, 0U);
  EXPECT_EQ(attributes.read_format,
            static_cast<unsigned>(PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING));
}

TEST(EncodeEvent, RefusesANameNobodyKnows) {
  const auto bytes = encode_event("NO_SUCH_EVENT");
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().kind, ErrorKind::usage);
  EXPECT_EQ(bytes.error().what, "unknown event 'NO_SUCH_EVENT'");
}

}  // namespace
}  // namespace effk::counters
