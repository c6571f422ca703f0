#include "harness/counters/open_failure.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace effk::counters {
namespace {

// Counting one's own processes in user mode is allowed up to here; Debian and Ubuntu add 3 and 4.
constexpr int kParanoidEnough = 2;

Error permission_failure(std::optional<int> paranoid) {
  Error error{ErrorKind::environment, "perf cannot count here", "", ""};
  if (!paranoid) {
    error.why = "the kernel refuses, and kernel.perf_event_paranoid cannot be read";
    error.next = "look whether /proc/sys is mounted, and whether a container forbids perf_event_open";
  } else if (*paranoid > kParanoidEnough) {
    error.why =
        fmt::format("kernel.perf_event_paranoid is {}, and must be {} or lower", *paranoid, kParanoidEnough);
    error.next = fmt::format("sudo sysctl kernel.perf_event_paranoid={}", kParanoidEnough);
  } else {
    error.why = fmt::format(
        "kernel.perf_event_paranoid is {}, which is low enough: the seccomp filter of a container or a "
        "security "
        "module forbids perf_event_open",
        *paranoid);
    error.next =
        "start the container with --cap-add PERFMON, or with a seccomp profile that allows perf_event_open";
  }
  return error;
}

}  // namespace

Error open_failure(int error_number, std::optional<int> paranoid) {
  Error error{ErrorKind::environment, "perf cannot count here", "", ""};
  switch (error_number) {
    case EACCES:
    case EPERM:
      return permission_failure(paranoid);
    case ENOENT:
    case ENODEV:
    case EOPNOTSUPP:
      error.why = "this machine has no hardware counters";
      error.next = "if it is a virtual machine, give it a virtual PMU; no setting in here helps";
      break;
    case ENOSYS:
      error.why = "this kernel has no perf_event_open";
      error.next = "use a kernel with CONFIG_PERF_EVENTS";
      break;
    case EMFILE:
      error.why = "this process has as many open files as it may";
      error.next = "ulimit -n 4096";
      break;
    case EBUSY:
      error.why = "another program holds the counter for itself";
      error.next = "end other profilers";
      break;
    default:
      error.why = std::strerror(error_number);
      break;
  }
  return error;
}

Error event_open_failure(const std::string& name, int error_number, std::optional<int> paranoid) {
  Error error = open_failure(error_number, paranoid);
  error.what = fmt::format("cannot count the event '{}'", name);
  switch (error_number) {
    case ENOENT:
    case ENODEV:
    case EOPNOTSUPP:
      error.why = "this machine has no counter for it";
      error.next =
          "leave it out of --events; the kernel's own events (PERF_COUNT_SW_PAGE_FAULTS) need no counter, "
          "and a "
          "virtual machine needs a virtual PMU for the others";
      break;
    case EINVAL:
      error.why = "the kernel does not count it for one process in user mode";
      error.next = "leave it out of --events; perf stat -e tells whether it counts for the whole machine";
      break;
    default:
      break;
  }
  return error;
}

std::optional<int> perf_event_paranoid() {
  std::ifstream file("/proc/sys/kernel/perf_event_paranoid");
  int value = 0;
  if (file >> value) return value;
  return std::nullopt;
}

}  // namespace effk::counters
