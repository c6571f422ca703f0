#include "harness/counters/perf_instrument.h"

#include <fmt/format.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "harness/counters/counter_math.h"
#include "harness/counters/data_limit.h"
#include "harness/counters/event_encoding.h"
#include "harness/counters/known_loop.h"
#include "harness/counters/open_failure.h"
#include "harness/counters/overflow_signal.h"
#include "harness/counters/program_process.h"

namespace effk::counters {
namespace {

// 0 is this process.
UniqueFd open_on(pid_t process, std::string attributes) {
  return UniqueFd(static_cast<int>(
      ::syscall(SYS_perf_event_open, attributes.data(), process, -1, -1, PERF_FLAG_FD_CLOEXEC)));
}

std::string enabled_on_exec(const std::string& attributes) {
  perf_event_attr event = attributes_from(attributes);
  event.enable_on_exec = 1;
  return bytes_of(event);
}

Result<void> enable(int event) {
  if (::ioctl(event, PERF_EVENT_IOC_ENABLE, 0) != 0) {
    return fail_errno(ErrorKind::environment, "cannot start the counter", errno);
  }
  return {};
}

Result<Instructions> read_event(int event) {
  EventReading reading;
  const ssize_t got = ::read(event, &reading, sizeof reading);
  if (got < 0) return fail_errno(ErrorKind::environment, "cannot read the counter", errno);
  if (got != sizeof reading) {
    // The kernel answers nothing for a pinned event that it could not schedule.
    return fail(ErrorKind::environment, "cannot read the counter",
                "the kernel gave the counter to another program", "end other profilers");
  }
  return exact_count(reading);
}

class PerfMeter : public Meter {
 public:
  PerfMeter(std::string attributes, bool overflows)
      : attributes_(std::move(attributes)), overflows_(overflows) {}

  const Launch& launch() const override { return launch_; }
  std::string event_attributes(std::optional<Cost> budget) const override {
    return budget && overflows_ ? overflowing_beyond(attributes_, *budget) : attributes_;
  }
  bool wakes_at_budget() const override { return overflows_; }

  Result<void> prepare() override {
    event_.reset();
    return {};
  }

  Result<void> start(pid_t, UniqueFd event) override {
    if (!event) {
      return fail(ErrorKind::internal, "the child passed no event over",
                  "perf counts with an event of the child's");
    }
    event_ = std::move(event);
    if (overflows_) {
      if (auto wakes = wake_this_thread(event_.get()); !wakes) return wakes;
    }
    return enable(event_.get());
  }

  Result<Instructions> read() override {
    if (!event_) return fail(ErrorKind::internal, "the counter was read before it was started");
    return read_event(event_.get());
  }

  Result<void> limit_memory(pid_t child, std::uint64_t growth_bytes) override {
    return limit_data_growth(child, growth_bytes);
  }

  // The kernel does not tell.
  bool refused_memory() override { return false; }

 private:
  Launch launch_;
  std::string attributes_;
  bool overflows_;
  UniqueFd event_;
};

class PerfInstrument : public Instrument {
 public:
  PerfInstrument(std::string attributes, std::vector<CorePmu> kinds_of_core)
      : attributes_(std::move(attributes)),
        kinds_of_core_(std::move(kinds_of_core)),
        overflows_(open_on(0, overflowing_beyond(attributes_, Cost{1'000'000}))) {
    utsname kernel{};
    ::uname(&kernel);
    traits_.name = "perf";
    traits_.version = fmt::format("Linux {}, libpfm {}", kernel.release, event_library_version());
    traits_.repetitions = 3;
    traits_.runs_natively = true;
    traits_.unprotected = {
        "counts of equal work differ by some hundred instructions",
        "time and random numbers are real: a sample that uses them may cost something else each time",
    };
  }

  const Traits& traits() const override { return traits_; }
  Result<std::unique_ptr<Meter>> attach(std::optional<int> cpu) const override {
    return std::make_unique<PerfMeter>(cpu ? counted_on(*cpu, kinds_of_core_, attributes_) : attributes_,
                                       overflows_);
  }

  Result<ProgramCount> count_program(const ProgramRun& run) const override {
    UniqueFd event;
    ProgramStart start;
    start.file = run.file.string();
    start.arguments = run.arguments;
    start.before_start = [&](pid_t process) -> Result<void> {
      event = open_on(process, enabled_on_exec(attributes_));
      if (!event) return tl::unexpected(open_failure(errno, perf_event_paranoid()));
      return {};
    };
    const auto wait_status = run_program(start);
    if (!wait_status) return tl::unexpected(wait_status.error());
    const auto counted = read_event(event.get());
    if (!counted) return tl::unexpected(counted.error());
    return ProgramCount{*counted, *wait_status};
  }

 private:
  std::string attributes_;
  std::vector<CorePmu> kinds_of_core_;
  bool overflows_;
  Traits traits_;
};

Result<void> count_a_known_loop(const std::string& attributes) {
  const UniqueFd event = open_on(0, attributes);
  if (!event) return tl::unexpected(open_failure(errno, perf_event_paranoid()));
  constexpr std::uint64_t kIterations = 1'000'000;
  if (auto enabled = enable(event.get()); !enabled) return enabled;
  run_known_loop(kIterations);
  ::ioctl(event.get(), PERF_EVENT_IOC_DISABLE, 0);
  const auto counted = read_event(event.get());
  if (!counted) return tl::unexpected(counted.error());
  const Instructions known{kIterations * kKnownLoopInstructions};
  if (!plausible_count(*counted, known)) {
    return fail(
        ErrorKind::environment, "perf cannot count here",
        fmt::format("a loop of {} instructions was counted as {}", known.value, counted->value),
        "the emulation of the counters is wrong, as in some virtual machines; use --instrument valgrind");
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Instrument>> make_perf_instrument_unchecked(const std::string& event,
                                                                   std::vector<CorePmu> kinds_of_core) {
  auto attributes = encode_event(event);
  if (!attributes) return tl::unexpected(attributes.error());
  return std::make_unique<PerfInstrument>(std::move(*attributes), std::move(kinds_of_core));
}

Result<std::unique_ptr<Instrument>> make_perf_instrument() {
  const auto attributes = encode_event(kInstructionEvent);
  if (!attributes) return tl::unexpected(attributes.error());
  auto kinds = kinds_of_core();
  const auto counted = count_a_known_loop(counted_on(::sched_getcpu(), kinds, *attributes));
  if (!counted) return tl::unexpected(counted.error());
  return make_perf_instrument_unchecked(kInstructionEvent, std::move(kinds));
}

}  // namespace effk::counters
