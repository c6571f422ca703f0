// Other users of the counters: a count that was interrupted is refused, never scaled up.
#include <gmock/gmock.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>
#include <vector>

#include "harness/counters/counter_math.h"
#include "harness/counters/event_encoding.h"
#include "tests/emulated/machine/on_counters.h"

namespace effk::counters {
namespace {

using testing::HasSubstr;

// Holds every counter of CPU 0 that can count instructions, as a profiler of the whole machine may.
class OtherUser {
 public:
  OtherUser() {
    perf_event_attr event;
    const std::string bytes = encode_event(kInstructionEvent).value();
    std::memcpy(&event, bytes.data(), sizeof event);
    event.inherit = 0;
    event.disabled = 0;
    event.pinned = 1;
    for (int i = 0; i < 64; ++i) {
      UniqueFd fd(static_cast<int>(::syscall(SYS_perf_event_open, &event, -1, 0, -1, PERF_FLAG_FD_CLOEXEC)));
      EventReading reading;
      // A pinned event that finds no counter reads as nothing.
      if (!fd || ::read(fd.get(), &reading, sizeof reading) != static_cast<ssize_t>(sizeof reading)) break;
      held_.push_back(std::move(fd));
    }
  }
  std::size_t counters() const { return held_.size(); }

 private:
  std::vector<UniqueFd> held_;
};

TEST_F(OnCounters, AReadingThatWasCountedPartOfTheTimeIsRefused) {
  ASSERT_TRUE(driver_->begin(*meter_, kLoopTwice, 100'000));
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::mark);
  ASSERT_TRUE(meter_->read());
  const OtherUser other;
  ASSERT_GT(other.counters(), 0u);
  ASSERT_EQ(driver_->proceed().value(), CountDriver::At::end);
  const auto counted = meter_->read();
  ASSERT_FALSE(counted) << counted->value << " would have passed for a count";
  EXPECT_THAT(error_text(counted.error()), HasSubstr("the count of instructions would be an estimate"));
}

TEST_F(OnCounters, AnInstrumentIsNotMadeWhileAnotherUserHoldsTheCounters) {
  const OtherUser other;
  const auto made = make_perf_instrument();
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, ErrorKind::environment);
}

}  // namespace
}  // namespace effk::counters
