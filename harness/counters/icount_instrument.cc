#include "harness/counters/icount_instrument.h"

#include <fmt/format.h>

#include <sys/wait.h>

#include <utility>

#include "harness/counters/data_limit.h"
#include "harness/counters/self_test.h"
#include "harness/counters/slot_meter.h"
#include "harness/counters/slot_program.h"

namespace effk::counters {
namespace {

namespace fs = std::filesystem;

Launch launch_of(const fs::path& program) {
  Launch launch;
  launch.prefix = {
      program.string(),
      fmt::format("--counts-fd={}", SlotMeter::kCountsTarget),
      fmt::format("--marks-fd={}", SlotMeter::kMarksTarget),
      "--rep=iterations",  // no linear work for one instruction
      "--virtual-time",
      "--",
  };
  launch.readable = {program};
  return launch;
}

Launch launch_of_program(const fs::path& program, RepeatRule repeats, int counts) {
  Launch launch;
  launch.prefix = {program.string(), fmt::format("--counts-fd={}", counts),
                   fmt::format("--rep={}", to_string(repeats)), "--"};
  return launch;
}

// As icount/kernel.h has it. What it refuses before the program's first instruction it tells by this alone.
constexpr int kRefusedStatus = 96;

class IcountMeter : public SlotMeter {
 public:
  IcountMeter(const fs::path& program, SlotFile slots) : SlotMeter(launch_of(program), std::move(slots)) {}

  Result<void> limit_memory(pid_t child, std::uint64_t growth_bytes) override {
    return limit_data_growth(child, growth_bytes);
  }
};

class IcountInstrument : public Instrument {
 public:
  explicit IcountInstrument(fs::path program) : program_(std::move(program)) {
    traits_.name = "icount";
    traits_.version = fmt::format("effk {}", EFFK_VERSION);
    traits_.deterministic = true;
    traits_.slowdown = 4;
    traits_.repeat_rules = {RepeatRule::iterations, RepeatRule::once};
  }

  const Traits& traits() const override { return traits_; }

  Result<std::unique_ptr<Meter>> attach(std::optional<int>) const override {
    auto slots = SlotFile::create();
    if (!slots) return tl::unexpected(slots.error());
    return std::make_unique<IcountMeter>(program_, std::move(*slots));
  }

  Result<ProgramCount> count_program(const ProgramRun& run) const override {
    auto counted = count_program_by_slots(
        run, [&](int counts) { return launch_of_program(program_, run.repeats, counts); });
    const bool not_started = counted && counted->instructions.value == 0 && WIFEXITED(counted->wait_status) &&
                             WEXITSTATUS(counted->wait_status) == kRefusedStatus;
    if (counted && !not_started) return counted;
    if (!counted && counted.error().kind != ErrorKind::environment) return counted;
    return fail(ErrorKind::environment, fmt::format("icount cannot count {}", run.arguments.front()),
                counted ? "it has said above what it refuses" : counted.error().why,
                "effk count --instrument valgrind");
  }

 private:
  fs::path program_;
  Traits traits_;
};

}  // namespace

Result<std::unique_ptr<Instrument>> make_icount_instrument(const InstallLayout& layout) {
  const std::string what = "icount cannot count here";
  const fs::path program = layout.libexec.parent_path().parent_path() / "bin" / "icount";
  std::error_code error;
  if (!fs::exists(program, error)) {
    return fail(ErrorKind::environment, what, fmt::format("this installation has no {}", program.string()));
  }
  auto instrument = std::make_unique<IcountInstrument>(program);
  const auto tested = run_self_test(*instrument, layout);
  if (!tested) return fail(ErrorKind::environment, what, tested.error().what + ": " + tested.error().why);
  if (tested->counted != tested->known) {
    return fail(ErrorKind::environment, what,
                fmt::format("a loop of {} instructions was counted as {}", tested->known.value,
                            tested->counted.value),
                "please report this: it is a bug");
  }
  return instrument;
}

}  // namespace effk::counters
