#include "harness/counters/slot_file.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <vector>

namespace effk::counters {
namespace {

// Writes into the memory file what the tool would.
class Tool {
 public:
  explicit Tool(const SlotFile& slots)
      : bytes_(static_cast<char*>(
            ::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_SHARED, slots.descriptor(), 0))) {}
  ~Tool() { ::munmap(bytes_, kBytes); }
  Tool(const Tool&) = delete;
  Tool& operator=(const Tool&) = delete;

  std::uint64_t take_number() { return reinterpret_cast<EffkSlotHeader*>(bytes_)->next++; }
  EffkSlot& slot(std::uint64_t number) {
    return *reinterpret_cast<EffkSlot*>(bytes_ +
                                        (EFFK_RING_PAGE + number % EFFK_RING_SLOTS) * EFFK_SLOT_BYTES);
  }
  EffkSlot& first() { return *reinterpret_cast<EffkSlot*>(bytes_ + EFFK_FIRST_SLOT_PAGE * EFFK_SLOT_BYTES); }
  void run_process(std::uint64_t instructions, std::uint64_t refused = 0) {
    const std::uint64_t number = take_number();
    slot(number) = EffkSlot{};
    slot(number).instructions = instructions;
    slot(number).refused = refused;
    slot(number).taken_by = number + 1;
  }

 private:
  static constexpr std::size_t kBytes = std::size_t{EFFK_SLOT_PAGES} * EFFK_SLOT_BYTES;
  char* bytes_;
};

TEST(SlotFile, AddsUpTheProcessesSinceANumber) {
  SlotFile slots = SlotFile::create().value();
  Tool tool(slots);
  tool.run_process(1000);
  const std::uint64_t first = slots.next();
  EXPECT_EQ(slots.since(first)->instructions.value, 0U);
  tool.run_process(20);
  tool.run_process(3, 2);
  EXPECT_EQ(slots.since(first)->instructions.value, 23U);
  EXPECT_EQ(slots.since(first)->refused, 2U);
  EXPECT_EQ(slots.since(0)->instructions.value, 1023U);
}

TEST(SlotFile, AddsUpEverythingWithTheProcessThatHasNoNumber) {
  SlotFile slots = SlotFile::create().value();
  Tool tool(slots);
  EXPECT_EQ(slots.all()->instructions.value, 0U);
  tool.first().instructions = 1000;
  tool.first().spread[EFFK_SPREAD - 1] = 200;
  EXPECT_EQ(slots.all()->instructions.value, 1200U);
  tool.run_process(30);
  tool.run_process(4);
  EXPECT_EQ(slots.all()->instructions.value, 1234U);
}

TEST(SlotFile, HasNoSumOfEverythingOnceAProcessDidWhatCannotBeCounted) {
  for (const bool is_first : {true, false}) {
    SlotFile slots = SlotFile::create().value();
    Tool tool(slots);
    tool.run_process(30);
    tool.run_process(4);
    ASSERT_TRUE(slots.all());
    (is_first ? tool.first() : tool.slot(1)).uncountable = 1;
    const auto all = slots.all();
    ASSERT_FALSE(all);
    EXPECT_EQ(error_text(all.error()),
              "effk: error: the count of instructions is incomplete\n"
              "  why:  a process that the program started did what the instrument cannot count\n");
  }
}

TEST(SlotFile, AddsUpAcrossTheEndOfTheRing) {
  SlotFile slots = SlotFile::create().value();
  Tool tool(slots);
  for (std::uint64_t i = 0; i < 3 * EFFK_RING_SLOTS + 5; ++i) {
    const std::uint64_t first = slots.next();
    tool.run_process(i);
    tool.run_process(2 * i);
    ASSERT_EQ(slots.since(first)->instructions.value, 3 * i);
  }
}

TEST(SlotFile, DoesNotCountWhatAProcessOfTheRoundBeforeLeft) {
  SlotFile slots = SlotFile::create().value();
  Tool tool(slots);
  for (int i = 0; i < EFFK_RING_SLOTS; ++i) tool.run_process(77);
  const std::uint64_t first = slots.next();
  tool.take_number();  // and has not yet come to its page
  EXPECT_EQ(slots.since(first)->instructions.value, 0U);
}

TEST(SlotFile, IsAnErrorWhenMoreProcessesRanThanTheRingHolds) {
  SlotFile slots = SlotFile::create().value();
  Tool tool(slots);
  for (int i = 0; i < EFFK_RING_SLOTS; ++i) tool.run_process(1);
  EXPECT_EQ(slots.since(0)->instructions.value, std::uint64_t{EFFK_RING_SLOTS});
  tool.run_process(1);
  const auto totals = slots.since(0);
  ASSERT_FALSE(totals);
  EXPECT_EQ(error_text(totals.error()),
            "effk: error: the count of instructions is incomplete\n"
            "  why:  the measured process started 1024 others, and at most 1023 can be counted\n");
}

TEST(SlotFile, WritesALimitWhereTheProcessLooksForIt) {
  SlotFile slots = SlotFile::create().value();
  Tool tool(slots);
  tool.run_process(1);
  tool.run_process(1);
  slots.limit_growth(1, 4096);
  EXPECT_EQ(tool.slot(0).growth_limit, 0U);
  EXPECT_EQ(tool.slot(1).growth_limit, 4096U);
  // None at all is a limit too.
  slots.limit_growth(1, 0);
  EXPECT_NE(tool.slot(1).growth_limit, 0U);
}

TEST(SlotFile, WaitsForAProcessOnItsWayToAMarkAndForNoOther) {
  SlotFile slots = SlotFile::create().value();
  Tool tool(slots);
  tool.run_process(1);
  constexpr std::chrono::milliseconds kNoTime{0};
  EXPECT_TRUE(slots.wait_for_rest(0, kNoTime));
  tool.slot(0).at_mark = EFFK_GOING_TO_REST;
  EXPECT_FALSE(slots.wait_for_rest(0, kNoTime));
  tool.slot(0).at_mark = EFFK_AT_REST;
  EXPECT_TRUE(slots.wait_for_rest(0, kNoTime));
}

}  // namespace
}  // namespace effk::counters
