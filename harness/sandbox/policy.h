// harness/sandbox/policy.h -- what a confined process may do.
//
// Filled in by the modules that start processes (toolchain, cases, judge) and carried out by
// ConfinedProcess and run_tool(). What is not granted here is refused.
//
//   Unit     bytes and seconds, as the names say.
//   Scope    the started process and all that it starts. A filter or limit can be tightened from inside,
//            never loosened.
//   Errors   none here; see confined_process.h.
//   Threads  plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/units.h"

namespace effk::sandbox {

struct Policy {
  // Files, and folders with everything beneath. Paths that do not exist are skipped, so that one list serves
  // several distributions. What is not listed can be seen by name (stat) but not opened.
  //
  //   readable    files and folder lists may be read; libraries may be mapped. "/proc/self" and
  //               "/proc/self/maps" mean those of the started process itself.
  //   executable  as readable, and programs may be executed. A dynamic program needs its loader here too.
  //   writable    as readable, and files and folders may be written, made, renamed and removed; no links,
  //               pipes, sockets or devices, which could lead a trusted reader astray.
  std::vector<std::filesystem::path> readable;
  std::vector<std::filesystem::path> executable;
  std::vector<std::filesystem::path> writable;

  // New processes and threads. Where false, fork and clone answer EPERM: the only reliable answer to a fork
  // bomb run by root, whom the kernel exempts from RLIMIT_NPROC.
  bool may_fork = true;
  // chmod, utime and the like, on whatever the file system still lets through (a linker needs it).
  bool may_change_modes = false;
  // perf_event_open: for drivers whose children count themselves.
  bool may_count_events = false;
  // Signals to processes outside are refused by the pid namespace or by Landlock. On machines with neither,
  // a process may only signal itself, unless this is set: for drivers, whose children are bound by the sample
  // filter instead.
  bool may_signal_others = false;

  // 0 sets no limit of ours.
  std::uint64_t cpu_seconds = 0;
  std::uint64_t file_size_bytes = 0;
  std::uint64_t data_bytes = 0;  // RLIMIT_DATA: heap and private writable mappings, never address space
  std::uint64_t open_files = 256;
  std::uint64_t processes = 512;  // holds only for ordinary users and inside a user namespace
  std::uint64_t stack_bytes = 256 * kMiB;

  // Off: the fall-back of machines that forbid namespaces is used on this one too.
  bool namespaces = true;
  // Addresses are the same in each run.
  bool fixed_addresses = true;
  // The one CPU to run on.
  std::optional<int> cpu;
};

// Grants what every dynamically linked program needs in order to start: the system's libraries, their loader
// and its cache; /dev/null, /dev/zero and the random devices.
void allow_system_libraries(Policy& policy);

// What confinement is in force on this machine for such a policy, for the run's record:
// "no_new_privs seccomp landlock=7 namespaces=user,pid,mount,net,ipc,uts fixed_addresses". What is missing
// reads "landlock=none", "namespaces=none". Found out once, by trying.
std::string in_force(const Policy& policy = {});

}  // namespace effk::sandbox
