// harness/sandbox/landlock.h -- which files a process may reach, kept by the kernel's Landlock.
//
// The ruleset is made in the parent, where memory may be allocated, and applied by the child between fork and
// exec. The kernel's interface is negotiated at run time: what it does not know is left out.
//
//   Errors   environment, if the kernel has Landlock but refuses a rule. No Landlock at all is not an error:
//            in_force() says so.
//   Threads  no shared state.
#pragma once

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"
#include "harness/sandbox/policy.h"

namespace effk::sandbox {

// The version of the kernel's interface; 0 if it has none or it is switched off.
int landlock_abi();

// True if Landlock keeps signals inside (since version 6).
bool landlock_keeps_signals_inside();

class Ruleset {
 public:
  static Result<Ruleset> prepare(const Policy& policy);

  // In the child, async-signal-safe: adds what the policy has of /proc/self, and binds the calling process
  // for ever. It must have no_new_privs. Returns 0 or an errno.
  int apply() const;

 private:
  UniqueFd rules_;
  std::vector<std::string> own_proc_;  // "/proc/self" and what lies beneath
};

}  // namespace effk::sandbox
