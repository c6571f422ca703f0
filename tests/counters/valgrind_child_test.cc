// The children of a driver under our valgrind tool, one by one.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <optional>
#include <vector>

#include "harness/base/files.h"
#include "harness/counters/count_driver.h"
#include "harness/counters/count_slots.h"
#include "harness/counters/known_loop.h"
#include "tests/counters/spawned.h"
#include "tests/counters/works.h"

namespace effk::counters {
namespace {

constexpr std::uint64_t kMiBytes = 1 << 20;
constexpr std::uint64_t kN = 100'000;

class ValgrindChild : public testing::Test {
 protected:
  void SetUp() override {
    const auto layout = InstallLayout::of_this_program();
    ASSERT_TRUE(layout) << error_text(layout.error());
    auto made = make_instrument("valgrind", *layout);
    if (!made) GTEST_SKIP() << error_text(made.error());
    instrument_ = std::move(*made);
    meter_ = instrument_->attach({}).value();
    output_ = memory_file("output").value();
    driver_.emplace(CountDriver::start(*meter_, test_program("count_works"), output_.get()).value());
    // The first child translates; the counts do not depend on it, but the test is quicker.
    run(kLoop, 1);
  }

  void begin(Work work, std::uint64_t argument) {
    const auto begun = driver_->begin(*meter_, work, argument);
    ASSERT_TRUE(begun) << error_text(begun.error());
  }

  std::uint64_t count() { return meter_->read().value().value; }

  // Runs a child to its end and returns its count.
  std::uint64_t run(Work work, std::uint64_t argument) {
    begin(work, argument);
    EXPECT_EQ(driver_->proceed().value(), CountDriver::At::end);
    return count();
  }

  // As run(), with memory limited at mark 0; returns the exit status.
  int run_limited(Work work, std::uint64_t argument, std::uint64_t limit) {
    begin(work, argument);
    EXPECT_TRUE(meter_->limit_memory(driver_->child(), limit));
    EXPECT_EQ(driver_->proceed().value(), CountDriver::At::end);
    EXPECT_TRUE(WIFEXITED(driver_->wait_status())) << driver_->wait_status();
    return WEXITSTATUS(driver_->wait_status());
  }

  std::unique_ptr<Instrument> instrument_;
  std::unique_ptr<Meter> meter_;
  UniqueFd output_;
  std::optional<CountDriver> driver_;
};

TEST_F(ValgrindChild, CountsEveryIterationOfItsLoop) {
  const std::uint64_t less = run(kLoop, kN);
  EXPECT_GE(less, kN * kKnownLoopInstructions);
  EXPECT_EQ(run(kLoop, 3 * kN) - less, 2 * kN * kKnownLoopInstructions);
}

TEST_F(ValgrindChild, CountsTheSameTwentyTimes) {
  const std::uint64_t first = run(kSort, 5000);
  for (int i = 1; i < 20; ++i) EXPECT_EQ(run(kSort, 5000), first);
}

TEST_F(ValgrindChild, DoesNotDependOnWhatOthersDidBefore) {
  const std::uint64_t alone = run(kSort, 1000);
  run(kAllocate, 20 * kMiBytes);
  run(kTree, 1000);
  EXPECT_EQ(run(kSort, 1000), alone);
}

TEST_F(ValgrindChild, IsCountedWithItsOwnChildrenAndTheirs) {
  const std::uint64_t less = run(kTree, kN);
  EXPECT_EQ(run(kTree, 2 * kN) - less, 3 * kN * kKnownLoopInstructions);
}

TEST_F(ValgrindChild, CanBeReadWhileItWaits) {
  begin(kLoopTwice, kN);
  EXPECT_EQ(count(), 0U);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::mark);
  const std::uint64_t half = count();
  EXPECT_EQ(count(), half);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  const std::uint64_t whole = count();
  begin(kLoopTwice, 2 * kN);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::mark);
  EXPECT_EQ(count() - half, kN * kKnownLoopInstructions);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  EXPECT_EQ(count() - whole, 2 * kN * kKnownLoopInstructions);
}

TEST_F(ValgrindChild, KeepsItsCountWhenItIsKilled) {
  begin(kLoopForever, 0);
  ASSERT_TRUE(driver_->release());
  while (count() < 5'000'000) {
  }
  const std::uint64_t before = count();
  ASSERT_EQ(::kill(driver_->child(), SIGKILL), 0);
  ASSERT_EQ(driver_->wait_for_report().value(), CountDriver::At::end);
  EXPECT_EQ(WTERMSIG(driver_->wait_status()), SIGKILL);
  EXPECT_GE(count(), before);
  EXPECT_EQ(run(kLoop, 2 * kN) - run(kLoop, kN), kN * kKnownLoopInstructions);
}

TEST_F(ValgrindChild, KeepsItsCountWhenItCrashes) {
  const std::uint64_t less = run(kLoopThenCrash, kN);
  EXPECT_EQ(WTERMSIG(driver_->wait_status()), SIGSEGV);
  EXPECT_EQ(run(kLoopThenCrash, 2 * kN) - less, kN * kKnownLoopInstructions);
}

TEST_F(ValgrindChild, LeavesNothingOfValgrindsInTheOutputWhenItCrashes) {
  run(kPrintThenCrash, 0);
  EXPECT_EQ(WTERMSIG(driver_->wait_status()), SIGSEGV);
  EXPECT_EQ(read_descriptor(output_.get(), 1 << 20), "before");
}

TEST_F(ValgrindChild, CannotAskValgrindToRunCodeUncounted) {
  const std::uint64_t less = run(kLoopOutside, kN);
  EXPECT_EQ(driver_->wait_status(), 0);
  // As on a processor the loop does not run at all, so its length makes no difference.
  EXPECT_EQ(run(kLoopOutside, 100 * kN), less);
}

TEST_F(ValgrindChild, FindsNoMeaningInTheOtherSequencesOfValgrinds) {
  run(kMagic, 0);
  EXPECT_EQ(driver_->wait_status(), 0);
}

TEST_F(ValgrindChild, IsRefusedMemoryBeyondTheLimitAndNotBelow) {
  for (const Work work : {kAllocate, kAllocateBits, kProtect, kRemap, kGrandchildAllocates}) {
    EXPECT_EQ(run_limited(work, 250 * kMiBytes, 256 * kMiBytes), 0) << "work " << work;
    EXPECT_FALSE(meter_->refused_memory()) << "work " << work;
    EXPECT_EQ(run_limited(work, 260 * kMiBytes, 256 * kMiBytes), kRefused) << "work " << work;
    EXPECT_TRUE(meter_->refused_memory()) << "work " << work;
  }
}

TEST_F(ValgrindChild, IsRefusedAHeapBeyondTheLimit) {
  EXPECT_EQ(run_limited(kBreak, kMiBytes, 2 * kMiBytes), 0);
  EXPECT_FALSE(meter_->refused_memory());
  EXPECT_EQ(run_limited(kBreak, 3 * kMiBytes, 2 * kMiBytes), kRefused);
  EXPECT_TRUE(meter_->refused_memory());
}

TEST_F(ValgrindChild, IsNotBoundByTheLimitOfAnother) {
  EXPECT_EQ(run_limited(kAllocate, 8 * kMiBytes, 4 * kMiBytes), kRefused);
  run(kAllocate, 8 * kMiBytes);
  EXPECT_EQ(driver_->wait_status(), 0);
  EXPECT_FALSE(meter_->refused_memory());
}

TEST_F(ValgrindChild, CannotMakeCodeThatIsInNoFile) {
  run(kMapCode, 0);
  EXPECT_EQ(WEXITSTATUS(driver_->wait_status()), kRefused);
}

TEST_F(ValgrindChild, IsCountedRightWhenTheRingOfPagesComesRound) {
  // The tool is brought to the end of the ring as if it had run a thousand children.
  const int slots = meter_->launch().descriptors.at(0).source;
  void* header = ::mmap(nullptr, EFFK_SLOT_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, slots, 0);
  ASSERT_NE(header, MAP_FAILED);
  static_cast<EffkSlotHeader*>(header)->next = EFFK_RING_SLOTS - 4;
  const std::uint64_t first = run(kTree, kN);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(run(kTree, kN), first);
  EXPECT_EQ(static_cast<EffkSlotHeader*>(header)->next, std::uint64_t{EFFK_RING_SLOTS} - 4 + 6 * 3);
  ::munmap(header, EFFK_SLOT_BYTES);
}

}  // namespace
}  // namespace effk::counters
