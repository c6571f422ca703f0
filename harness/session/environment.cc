#include "harness/session/environment.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <fstream>
#include <string>

#include "harness/sandbox/policy.h"
#include "harness/session/machine_state.h"
#include "harness/session/standard.h"
#include "harness/session/version.h"

namespace effk::session {
namespace {

// The value of a line "NAME<spaces>: VALUE" of /proc/cpuinfo.
std::string cpu_field(const std::string& name) {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(name)) continue;
    if (const auto colon = line.find(": "); colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
}

void describe_timing(record::Environment& environment, const counters::Traits& instrument) {
  const MachineState state = machine_state();
  environment["repetitions"] = fmt::to_string(instrument.repetitions);
  environment["machine.load"] = state.load ? fmt::format("{:.2f}", *state.load) : "unknown";
  environment["machine.cpus"] = fmt::to_string(state.cpus);
  environment["machine.governor"] = state.governor.value_or("unknown");
}

}  // namespace

record::Environment describe(const suite::Suite& suite, const Bench& bench) {
  record::Environment environment;
  for (const auto& [key, value] : bench.toolchain().identity()) environment[key] = value;
  utsname system{};
  ::uname(&system);
  const counters::Traits& traits = bench.instrument().traits();
  environment["effk"] = kVersion;
  environment["effk.commit"] = kCommit;
  environment["suite"] = suite.name;
  environment["suite.digest"] = suite.digest;
  environment["suite.load"] = suite.load == suite::LoadPolicy::free ? "free" : "charged";
  environment["instrument"] = traits.name;
  environment["instrument.version"] = traits.version;
  environment["instrument.reason"] = bench.instrument_reason();
  environment["instrument.unprotected"] = fmt::format("{}", fmt::join(traits.unprotected, "; "));
  environment["cpu"] = cpu_field("model name");
  environment["cpu.microcode"] = cpu_field("microcode");
  environment["kernel"] = fmt::format("{} {}", system.sysname, system.release);
  environment["sandbox"] = sandbox::in_force();
  if (!bench.events().empty())
    environment["events"] = fmt::format("{}", fmt::join(bench.events().names(), ","));
  environment["seed"] = fmt::to_string(bench.options().seed);
  environment["alpha"] = fmt::format("{}", bench.options().alpha);
  environment["cost"] = to_string(traits.unit);
  environment["correctness_slack"] =
      fmt::to_string(StandardOptions::of(suite, bench.options().alpha, traits).correctness_slack.value);
  environment["allowance"] =
      fmt::format("cpp {} python {}", uncharged_load(suite.load, suite::Language::cpp, traits).value,
                  uncharged_load(suite.load, suite::Language::python, traits).value);
  if (traits.unit == CostUnit::cpu_time_nanoseconds) describe_timing(environment, traits);
  return environment;
}

}  // namespace effk::session
