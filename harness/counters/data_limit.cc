#include "harness/counters/data_limit.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <cerrno>
#include <fstream>
#include <string>

namespace effk::counters {
namespace {

// Data of a process as RLIMIT_DATA counts it, in bytes.
Result<std::uint64_t> data_bytes(pid_t process) {
  std::ifstream status(fmt::format("/proc/{}/status", process));
  std::string word;
  std::uint64_t kilobytes = 0;
  while (status >> word) {
    if (word == "VmData:" && status >> kilobytes) return kilobytes * 1024;
  }
  return fail(ErrorKind::environment, fmt::format("cannot read how much memory process {} has", process),
              fmt::format("/proc/{}/status has no VmData", process));
}

}  // namespace

Result<void> limit_data_growth(pid_t process, std::uint64_t growth_bytes) {
  const auto now = data_bytes(process);
  if (!now) return tl::unexpected(now.error());
  const rlimit limit{*now + growth_bytes, *now + growth_bytes};
  if (::prlimit(process, RLIMIT_DATA, &limit, nullptr) != 0) {
    return fail_errno(ErrorKind::environment, "cannot limit the memory of the measured process", errno);
  }
  return {};
}

}  // namespace effk::counters
