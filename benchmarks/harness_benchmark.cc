// What the harness itself costs: an empty case against a bare fork of the same warm driver, and a build that
// the cache answers.
//
// Natively the drivers run under an instrument that counts nothing, since a machine need not have a counter;
// under valgrind they are counted as in earnest. The last lines are the ratios that are tracked.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <string>

#include "harness/measure/warm_driver.h"
#include "tests/measure/no_instrument.h"
#include "tests/toolchain/shared_toolchain.h"

namespace effk {
namespace {

using suite::Language;
using toolchain::shared_toolchain;

// Microseconds an iteration, by the name of what was measured.
std::map<std::string, double> means;

enum class End { result, loaded, source };

const suite::Problem kProblem = toolchain::problem_of({}, "int");

toolchain::Program program(Language language, End end) {
  if (language == Language::cpp) return toolchain::built(kProblem, language, "int solve() { return 0; }");
  // A source that does not compile ends its child before mark 0: fork, read the job, end.
  return toolchain::built(kProblem, language, end == End::source ? "def" : "def solve(): return 0\n");
}

// Jobs of one kind, one after the other on one warm driver.
void run_jobs(benchmark::State& state, const counters::Instrument& instrument, Language language, End end,
              const std::string& name) {
  auto driver = measure::WarmDriver::start(shared_toolchain(), language, instrument, {});
  if (!driver) return state.SkipWithError(error_text(driver.error()).c_str());
  const toolchain::Program code = program(language, end);
  measure::Job job;
  job.program = &code;
  job.arguments = std::string_view("\x09\0\0\0\0", 5);
  job.load_only = end == End::loaded;
  double cpu_us = 0;
  const auto began = std::chrono::steady_clock::now();
  for (auto _ : state) {
    auto execution = driver->run(job);
    if (!execution) return state.SkipWithError(error_text(execution.error()).c_str());
    if (execution->wait_status != 0) return state.SkipWithError("the job did not end well");
    cpu_us += static_cast<double>(execution->use.user_us + execution->use.system_us);
  }
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - began;
  state.counters["child_cpu_us"] = benchmark::Counter(cpu_us, benchmark::Counter::kAvgIterations);
  means[name] = took.count() / static_cast<double>(state.iterations());
}

void bare_fork(benchmark::State& state) {
  for (auto _ : state) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
  }
}

void compile_cache_hit(benchmark::State& state) {
  program(Language::cpp, End::result);
  for (auto _ : state) benchmark::DoNotOptimize(program(Language::cpp, End::result));
}

void add_jobs(const std::string& kind, const counters::Instrument& instrument) {
  for (const Language language : suite::kLanguages) {
    const std::string prefix = fmt::format("{}/{}/", kind, suite::to_string(language));
    const auto add = [&](const char* what, End end) {
      const std::string name = prefix + what;
      benchmark::RegisterBenchmark(name.c_str(),
                                   [&instrument, language, end, name](benchmark::State& state) {
                                     run_jobs(state, instrument, language, end, name);
                                   })
          ->Unit(benchmark::kMicrosecond)
          ->UseRealTime();
    };
    add("empty_case", End::result);
    add("stopped_after_loading", End::loaded);
    if (language == Language::python) add("stopped_before_mark_0", End::source);
  }
}

void print_ratios() {
  for (const auto& [name, empty] : means) {
    if (!name.ends_with("/empty_case")) continue;
    const std::string prefix = name.substr(0, name.rfind('/') + 1);
    for (const char* what : {"stopped_after_loading", "stopped_before_mark_0"}) {
      const auto part = means.find(prefix + what);
      if (part == means.end()) continue;
      fmt::print("{}: empty case {:.0f} us, {} {:.0f} us: {:.2f} times\n", prefix, empty, what, part->second,
                 empty / part->second);
    }
  }
}

}  // namespace
}  // namespace effk

int main(int argc, char** argv) {
  using namespace effk;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RegisterBenchmark("bare_fork_of_a_small_process", bare_fork)
      ->Unit(benchmark::kMicrosecond)
      ->UseRealTime();
  benchmark::RegisterBenchmark("compile_cache_hit", compile_cache_hit)
      ->Unit(benchmark::kMicrosecond)
      ->UseRealTime();
  const measure::NoInstrument none;
  add_jobs("native", none);
  const auto valgrind = counters::make_instrument("valgrind", InstallLayout::of_this_program().value());
  if (valgrind) {
    add_jobs("valgrind", **valgrind);
  } else {
    fmt::print(stderr, "{}", error_text(valgrind.error()));
  }
  benchmark::RunSpecifiedBenchmarks();
  print_ratios();
  return 0;
}
