#include "harness/counters/valgrind_instrument.h"

#include <fmt/format.h>

#include <unistd.h>

#include <utility>

#include "harness/counters/self_test.h"
#include "harness/counters/slot_meter.h"
#include "harness/counters/slot_program.h"

namespace effk::counters {
namespace {

namespace fs = std::filesystem;

constexpr const char* kToolName = "effk-valgrind-amd64-linux";
// Where valgrind 3.19 as Debian builds it looks for the library that it preloads into every program.
constexpr const char* kValgrindFiles = "/usr/libexec/valgrind";

std::vector<std::string> common_options(const fs::path& tool) {
  return {
      tool.string(),
      "--tool=effk",              // names no library to preload
      "--command-line-only=yes",  // neither .valgrindrc nor VALGRIND_OPTS may change what is counted
      "--quiet",
      "--log-fd=-1",  // descriptor 2 of the child is captured output: nothing of valgrind's may get there
      "--vgdb=no",
      "--child-silent-after-fork=yes",
      "--run-libc-freeres=no",
      "--run-cxx-freeres=no",
  };
}

Launch launch_of(const fs::path& tool) {
  Launch launch;
  launch.prefix = common_options(tool);
  launch.prefix.insert(launch.prefix.end(), {
                                                "--main-stacksize=268435456",
                                                "--max-threads=16",
                                                fmt::format("--counts-fd={}", SlotMeter::kCountsTarget),
                                                fmt::format("--marks-fd={}", SlotMeter::kMarksTarget),
                                            });
  // The tool wants to know who launched it, and the value must not depend on the installation.
  launch.environment = {"VALGRIND_LAUNCHER=/usr/bin/valgrind"};
  launch.readable = {tool, kValgrindFiles, "/proc/self/maps"};
  return launch;
}

// The stack and the number of threads are the program's own affair here. It may start other programs: the
// tool executes itself for them and finds the counts by their path in this process, which outlives the
// program.
Launch launch_of_program(const fs::path& tool, int counts) {
  Launch launch;
  launch.prefix = common_options(tool);
  launch.prefix.insert(
      launch.prefix.end(),
      {"--trace-children=yes", fmt::format("--counts-file=/proc/{}/fd/{}", ::getpid(), counts), "--"});
  launch.environment = {fmt::format("VALGRIND_LAUNCHER={}", tool.string())};
  return launch;
}

class ValgrindMeter : public SlotMeter {
 public:
  ValgrindMeter(const fs::path& tool, SlotFile slots) : SlotMeter(launch_of(tool), std::move(slots)) {}

  Result<void> limit_memory(pid_t, std::uint64_t growth_bytes) override {
    slots().limit_growth(number_of_child(), growth_bytes);
    return {};
  }
};

class ValgrindInstrument : public Instrument {
 public:
  explicit ValgrindInstrument(fs::path tool) : tool_(std::move(tool)) {
    traits_.name = "valgrind";
    traits_.version = fmt::format("valgrind {}, tool of effk {}", EFFK_VALGRIND_VERSION, EFFK_VERSION);
    traits_.deterministic = true;
    traits_.slowdown = 20;  // measured: 2 to 3 on C++ loops, 13 on std::unordered_map, 14 on CPython
    traits_.filter.anonymous_executable_memory = true;
    traits_.repeat_rules = {RepeatRule::iterations};
    traits_.unprotected = {
        "valgrind's tables lie in the sample's address space: a store into them can forge the sample's own "
        "count",
        "confinement is complete before the driver starts, but for the child's last filter",
        "time and random numbers are real: a sample that uses them may cost something else each time",
    };
  }

  const Traits& traits() const override { return traits_; }

  Result<std::unique_ptr<Meter>> attach(std::optional<int>) const override {
    auto slots = SlotFile::create();
    if (!slots) return tl::unexpected(slots.error());
    return std::make_unique<ValgrindMeter>(tool_, std::move(*slots));
  }

  Result<ProgramCount> count_program(const ProgramRun& run) const override {
    auto counted = count_program_by_slots(run, [&](int counts) { return launch_of_program(tool_, counts); });
    // What valgrind would say is not to be mixed with what the program says.
    if (counted && counted->instructions.value == 0) {
      return fail(ErrorKind::environment, fmt::format("valgrind does not start {}", run.arguments.front()),
                  "not an instruction of it was executed",
                  fmt::format("see what valgrind says: valgrind --tool=none {}", run.file.string()));
    }
    return counted;
  }

 private:
  fs::path tool_;
  Traits traits_;
};

}  // namespace

Result<std::unique_ptr<Instrument>> make_valgrind_instrument(const InstallLayout& layout) {
  const std::string what = "valgrind cannot count here";
  const fs::path tool = layout.libexec / kToolName;
  std::error_code error;
  if (!fs::exists(tool, error)) {
    return fail(ErrorKind::environment, what, fmt::format("this installation has no {}", tool.string()),
                "build it again where valgrind 3.19 is installed: sudo apt install valgrind");
  }
  const fs::path preloaded = fs::path(kValgrindFiles) / "vgpreload_core-amd64-linux.so";
  if (!fs::exists(preloaded, error)) {
    return fail(ErrorKind::environment, what, fmt::format("{} is missing", preloaded.string()),
                "sudo apt install valgrind");
  }
  auto instrument = std::make_unique<ValgrindInstrument>(tool);
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
