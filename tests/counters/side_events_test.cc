// Events by name, with the kernel's own: every machine has them. What they count is known here beforehand.
#include "harness/counters/side_events.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/perf_event.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness/counters/counter_math.h"

namespace effk::counters {
namespace {

constexpr const char* kFaults = "PERF_COUNT_SW_PAGE_FAULTS";
constexpr const char* kClock = "PERF_COUNT_SW_TASK_CLOCK";
constexpr std::size_t kPages = 3000;

std::string why_not(const std::vector<std::string>& names) {
  const auto events = SideEvents::open(names);
  return events ? "they are opened" : error_text(events.error());
}

// Each by itself, however large pages may be here.
void touch_pages(std::size_t pages) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  void* const memory =
      ::mmap(nullptr, pages * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(memory, MAP_FAILED);
  ::madvise(memory, pages * page, MADV_NOHUGEPAGE);
  for (std::size_t i = 0; i < pages; ++i) static_cast<volatile char*>(memory)[i * page] = 1;
  ::munmap(memory, pages * page);
}

// What the trusted child does: opens the attributes one after the other on itself.
std::vector<UniqueFd> opened_on_this_process(const SideEvents& events) {
  std::vector<UniqueFd> opened;
  for (std::size_t at = 0; at < events.attributes().size(); at += sizeof(perf_event_attr)) {
    opened.emplace_back(static_cast<int>(
        ::syscall(SYS_perf_event_open, events.attributes().data() + at, 0, -1, -1, PERF_FLAG_FD_CLOEXEC)));
  }
  return opened;
}

class SideEventsHere : public testing::Test {
 protected:
  void SetUp() override {
    if (const auto events = SideEvents::open({kFaults}); !events) GTEST_SKIP() << error_text(events.error());
  }

  static SideReading reading_of(const std::vector<std::string>& names, void (*work)()) {
    const SideEvents events = SideEvents::open(names).value();
    SideCounts counts(events);
    for (UniqueFd& event : opened_on_this_process(events)) counts.take(std::move(event));
    EXPECT_TRUE(counts.start());
    work();
    return counts.read().value();
  }
};

TEST_F(SideEventsHere, CountAFaultForEachPageThatIsTouched) {
  const SideReading counts = reading_of({kFaults}, [] { touch_pages(kPages); });
  EXPECT_GE(counts.at(kFaults), kPages);
  EXPECT_LE(counts.at(kFaults), kPages + 500);
}

TEST_F(SideEventsHere, CountWhatAForkedProcessDid) {
  const SideReading counts = reading_of({kFaults}, [] {
    const pid_t child = ::fork();
    if (child == 0) {
      touch_pages(kPages);
      ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
  });
  EXPECT_GE(counts.at(kFaults), kPages);
}

TEST_F(SideEventsHere, CountNothingBeforeTheyAreStarted) {
  const SideEvents events = SideEvents::open({kFaults}).value();
  SideCounts counts(events);
  for (UniqueFd& event : opened_on_this_process(events)) counts.take(std::move(event));
  touch_pages(kPages);
  ASSERT_TRUE(counts.start());
  EXPECT_LT(counts.read().value().at(kFaults), 500U);
}

TEST_F(SideEventsHere, ReadEachEventUnderItsOwnName) {
  for (const std::vector<std::string>& names :
       {std::vector<std::string>{kFaults, kClock}, {kClock, kFaults}}) {
    const SideReading counts = reading_of(names, [] { touch_pages(kPages); });
    ASSERT_EQ(counts.size(), 2U);
    EXPECT_LE(counts.at(kFaults), kPages + 500);
    EXPECT_GT(counts.at(kClock), 10 * kPages) << "a fault takes more than 10 ns";
  }
}

TEST_F(SideEventsHere, CountANameThatIsRepeatedOnce) {
  const SideEvents events = SideEvents::open({kFaults, kClock, kFaults}).value();
  EXPECT_EQ(events.names(), (std::vector<std::string>{kFaults, kClock}));
  EXPECT_EQ(events.attributes().size(), 2 * sizeof(perf_event_attr));
}

TEST_F(SideEventsHere, DoNotStartWhenTheChildPassedTooFewOver) {
  const SideEvents events = SideEvents::open({kFaults, kClock}).value();
  SideCounts counts(events);
  counts.take(std::move(opened_on_this_process(events)[0]));
  const auto started = counts.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(error_text(started.error()),
            "effk: error: the child did not pass its events over\n  why:  1 came of 2\n");
}

// A pipe in place of an event: what the kernel would say of one that had to share a counter.
TEST_F(SideEventsHere, LeaveOutWhatWasCountedPartOfTheTimeOnly) {
  const SideEvents events = SideEvents::open({kFaults, kClock}).value();
  SideCounts counts(events);
  for (const EventReading& said : {EventReading{100, 9000, 4500}, EventReading{200, 9000, 9000}}) {
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    ASSERT_EQ(::write(ends[1], &said, sizeof said), static_cast<ssize_t>(sizeof said));
    ::close(ends[1]);
    counts.take(UniqueFd(ends[0]));
  }
  EXPECT_EQ(counts.read().value(), (SideReading{{kClock, 200}}));
}

TEST(SideEvents, AreRefusedByANameThatNobodyKnows) {
  EXPECT_EQ(why_not({"PERF_COUNT_SW_MOONS"}),
            "effk: error: unknown event 'PERF_COUNT_SW_MOONS'\n  why:  event not found\n"
            "  next: the events of this machine: perf list\n");
}

// With exclude_kernel the kernel opens them, and counts 0 whatever happens.
TEST(SideEvents, AreRefusedWhereTheyHappenInTheKernelAlone) {
  for (const std::string name : {"PERF_COUNT_SW_CONTEXT_SWITCHES", "PERF_COUNT_SW_CPU_MIGRATIONS"}) {
    EXPECT_EQ(why_not({name}),
              "effk: error: cannot count the event '" + name +
                  "'\n  why:  it happens in the kernel, and events are counted in user mode, where it would "
                  "always be 0\n  next: leave it out of --events\n");
  }
}

TEST(SideEvents, AreRefusedWithModifiersThatLeaveUserModeOut) {
  EXPECT_EQ(why_not({"PERF_COUNT_SW_PAGE_FAULTS:k"}),
            "effk: error: cannot count the event 'PERF_COUNT_SW_PAGE_FAULTS:k'\n"
            "  why:  its modifiers leave user mode out, and events are counted there\n"
            "  next: leave its modifiers out, or say :u\n");
}

TEST(SideEvents, AreEightAtMost) {
  EXPECT_EQ(why_not({"a", "b", "c", "d", "e", "f", "g", "h", "i"}),
            "effk: error: --events names 9 events\n"
            "  why:  a run counts 8 at most: processors have few counters\n"
            "  next: measure some of them in a run of their own\n");
}

}  // namespace
}  // namespace effk::counters
