#include "harness/counters/time_instrument.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <optional>

#include "harness/counters/data_limit.h"

namespace effk::counters {
namespace {

Cost nanoseconds(const timespec& time) {
  return {static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(time.tv_nsec)};
}

class TimeMeter : public Meter {
 public:
  const Launch& launch() const override { return launch_; }

  Result<void> prepare() override {
    clock_.reset();
    last_ = {};
    return {};
  }

  Result<void> start(pid_t child, UniqueFd) override {
    clockid_t clock;
    if (const int error = ::clock_getcpuclockid(child, &clock); error != 0)
      return fail_errno(ErrorKind::environment, "cannot find the CPU clock of a child", error);
    timespec now{};
    if (::clock_gettime(clock, &now) != 0)
      return fail_errno(ErrorKind::environment, "cannot read the CPU clock of a child", errno);
    clock_ = clock;
    at_start_ = nanoseconds(now);
    return {};
  }

  // Of a child that has been reaped there is no clock any more: then this is the last that was known.
  Result<Cost> read() override {
    timespec now{};
    if (clock_ && ::clock_gettime(*clock_, &now) == 0) last_ = std::max(last_, nanoseconds(now) - at_start_);
    return last_;
  }

  void ended(std::chrono::microseconds cpu_time) override {
    clock_.reset();
    const auto whole = std::chrono::nanoseconds(cpu_time).count();
    last_ = std::max(last_, Cost{static_cast<std::uint64_t>(whole)} - at_start_);
  }

  Result<void> limit_memory(pid_t child, std::uint64_t growth_bytes) override {
    return limit_data_growth(child, growth_bytes);
  }

  // The kernel does not tell.
  bool refused_memory() override { return false; }

 private:
  Launch launch_;
  std::optional<clockid_t> clock_;
  Cost at_start_;
  Cost last_;
};

class TimeInstrument : public Instrument {
 public:
  explicit TimeInstrument(int repetitions) {
    utsname kernel{};
    ::uname(&kernel);
    traits_.name = "time";
    traits_.version = fmt::format("Linux {}, CPU clock of the process", kernel.release);
    traits_.unit = CostUnit::cpu_time_nanoseconds;
    traits_.repetitions = std::max(repetitions, 1);
    traits_.runs_natively = true;
    // Compiled code and CPython retire 2 to 10 instructions in a nanosecond on machines of 2 to 4 GHz; what
    // the kernel does for a child, which instruments do not count, makes up for some of that.
    traits_.an_instruction = 0.5;
    // What starting and ending a child costs differs by so much.
    traits_.resolution = {100'000};
    traits_.unprotected = {
        "CPU time is not repeatable: the same sample costs something else each time",
        "time and random numbers are real: a sample that uses them may cost something else each time",
    };
  }

  const Traits& traits() const override { return traits_; }
  Result<std::unique_ptr<Meter>> attach(std::optional<int>) const override {
    return std::make_unique<TimeMeter>();
  }

  Result<ProgramCount> count_program(const ProgramRun&) const override {
    return fail(ErrorKind::usage, "CPU time is no count of a whole program", {}, "effk count --help");
  }

 private:
  Traits traits_;
};

}  // namespace

Result<std::unique_ptr<Instrument>> make_time_instrument(int repetitions) {
  timespec resolution{};
  if (::clock_getres(CLOCK_PROCESS_CPUTIME_ID, &resolution) != 0)
    return fail_errno(ErrorKind::environment, "cannot measure CPU time here", errno);
  if (nanoseconds(resolution) > Cost{1000}) {
    return fail(
        ErrorKind::environment, "cannot measure CPU time here",
        fmt::format("the CPU clock of this kernel goes by steps of {} ns, and may not by more than 1000",
                    nanoseconds(resolution).value),
        "count instructions: leave --cost time out");
  }
  return std::make_unique<TimeInstrument>(repetitions);
}

}  // namespace effk::counters
