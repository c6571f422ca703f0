// Why the kernel refuses a counter, as an ordinary user of the machine is told.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "harness/base/files.h"
#include "tests/emulated/machine/on_counters.h"

namespace effk::counters {
namespace {

using testing::HasSubstr;

constexpr const char* kSetting = "/proc/sys/kernel/perf_event_paranoid";

// Errors name the setting's value, so it is put back.
class Paranoid {
 public:
  explicit Paranoid(int level) {
    std::ifstream(kSetting) >> before_;
    std::ofstream(kSetting) << level;
  }
  ~Paranoid() { std::ofstream(kSetting) << before_; }

 private:
  int before_ = 2;
};

// "" if an ordinary user can count instructions.
std::string refusal_of_an_ordinary_user() {
  const UniqueFd words = memory_file("words").value();
  const pid_t child = ::fork();
  if (child == 0) {
    if (::setgid(65534) != 0 || ::setuid(65534) != 0) ::_exit(1);
    const auto made = make_perf_instrument();
    const std::string text = made ? "" : error_text(made.error());
    ::_exit(::write(words.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return status == 0 ? read_descriptor(words.get(), 10'000) : "the child failed";
}

TEST_F(OnCounters, AnOrdinaryUserIsToldTheSettingThatForbidsCounting) {
  const Paranoid setting(3);  // Debian's kernel: nobody without privilege
  EXPECT_EQ(refusal_of_an_ordinary_user(),
            "effk: error: perf cannot count here\n"
            "  why:  kernel.perf_event_paranoid is 3, and must be 2 or lower\n"
            "  next: sudo sysctl kernel.perf_event_paranoid=2\n");
}

TEST_F(OnCounters, AnOrdinaryUserCountsWhereTheSettingIsTwo) {
  const Paranoid setting(2);
  EXPECT_EQ(refusal_of_an_ordinary_user(), "");
}

// ENOENT: nothing that a permission would help against.
TEST_F(OnCounters, AnEventThatTheProcessorLacksIsNoQuestionOfPermission) {
  const Paranoid setting(3);
  attach(make_perf_instrument_unchecked("PERF_COUNT_HW_BUS_CYCLES").value(), {});
  const auto counted = count_of(kLoop, 1000);
  ASSERT_FALSE(counted);
  EXPECT_THAT(error_text(counted.error()), HasSubstr("this machine has no hardware counters"));
}

}  // namespace
}  // namespace effk::counters
