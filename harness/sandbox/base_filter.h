// harness/sandbox/base_filter.h -- the seccomp filter that every confined process has from its exec on.
//
// A deny-list: compilers, interpreters and instruments call all sorts of things. It takes away the way to the
// network, to other processes and to the rarely tested parts of the kernel. Untrusted samples get a second,
// far stricter filter (sample_filter.h); the kernel then applies the sterner answer of the two.
//
//   Errors   environment, if libseccomp cannot build it.
//   Threads  no shared state.
#pragma once

#include <cstdint>
#include <string>

#include "harness/base/error.h"
#include "harness/sandbox/policy.h"

namespace effk::sandbox {

// Stands in the program for the id of the process that installs it; see replace_pid().
inline constexpr std::uint32_t kOwnPidPlaceholder = 0x2d0e55a7;

// The program as raw struct sock_filter[]. `signals_kept_inside`: a pid namespace or Landlock already keeps
// signals from leaving.
Result<std::string> base_filter(const Policy& policy, bool signals_kept_inside);

// Puts `pid` wherever `placeholder` is compared with. Async-signal-safe.
void replace_pid(std::string& program, std::uint32_t placeholder, std::uint32_t pid);

}  // namespace effk::sandbox
