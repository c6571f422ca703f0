// harness/sandbox/sample_filter.h -- the last filter: what untrusted code may still ask of the kernel.
//
// An allow-list that a driver's child installs on itself right before mark 0, by prctl(PR_SET_SECCOMP). Made
// by toolchain/ in the supervisor and passed to the child in its job. What a program may reasonably try is
// refused with EPERM, what the filter cannot look into with ENOSYS, and the sample goes on; an attempt on the
// harness or the kernel ends the process with SIGSYS, from which measure/ concludes forbidden_syscall. A call
// that no list names answers ENOSYS, as on an older kernel.
//
// What the filter relies on:
//   - Landlock decides which files can be opened; the filter only sees to it that they are read.
//   - Writable memory files that the child keeps (output, result) must have mode 0 (fchmod(fd, 0)): else a
//     sample could open /proc/self/fd/N again, read-only, get the number of `executable_file`, and map what
//     it wrote there as code.
//   - RLIMIT_DATA bounds private memory; mappings that it does not count (shared anonymous, stack-like, huge)
//     are refused. RLIMIT_FSIZE bounds the memory files.
//
//   Errors   internal, for options that contradict each other.
//   Threads  no shared state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "harness/base/error.h"

namespace effk::sandbox {

struct SampleFilter {
  // Stands in the program for the child's own process id, which the child puts in its place (wherever an
  // instruction's constant equals it). Signals, limits and scheduling may only concern that process.
  std::uint32_t pid_placeholder = 0;

  // Translators (valgrind) make code in anonymous memory.
  bool anonymous_executable_memory = false;

  // The one descriptor number from which code may be mapped, privately and never writable: the lowest free
  // one, at which the loader finds itself when it opens the sample. Nothing can be moved there: duplicating
  // descriptors is refused. None: no file can be mapped as code.
  std::optional<int> executable_file;

  // The mark socket: send and recv (also with a descriptor sent along) work on it, besides read and write.
  std::optional<int> mark_socket;
};

// The program as raw struct sock_filter[], for x86-64; calls by the i386 and x32 doors kill.
Result<std::string> sample_filter(const SampleFilter& options);

}  // namespace effk::sandbox
