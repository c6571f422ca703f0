#include "harness/session/environment.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <fstream>
#include <string>

#include "harness/sandbox/policy.h"
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
  environment["seed"] = fmt::to_string(bench.options().seed);
  environment["alpha"] = fmt::format("{}", bench.options().alpha);
  environment["correctness_slack"] = fmt::to_string(suite.correctness_slack);
  environment["allowance"] =
      fmt::format("cpp {} python {}", uncharged_load(suite.load, suite::Language::cpp).value,
                  uncharged_load(suite.load, suite::Language::python).value);
  return environment;
}

}  // namespace effk::session
