// harness/sandbox/process_state.h -- small pieces of the state of a process, set between fork and exec.
//
// Everything that takes no Policy's strings and is marked so is async-signal-safe: it may run in the child of
// a program with many threads.
//
//   Errors   functions return 0 or an errno.
//   Threads  SignalsBlocked concerns the calling thread alone.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <string>
#include <vector>

#include "harness/sandbox/policy.h"

namespace effk::sandbox {

// A child by the bare system call: the C library's fork() takes locks, which in the child of a program with
// many threads may be held by a thread that does not exist there. Async-signal-safe.
pid_t fork_raw();

// No signal reaches the calling thread while it lives, so that a child inherits a quiet moment: a handler of
// the harness must never run in a half-confined child.
class SignalsBlocked {
 public:
  SignalsBlocked();
  ~SignalsBlocked();
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

// All signals at their defaults and none blocked. Async-signal-safe.
void reset_signals();

// Gives up every capability, for ever. Async-signal-safe.
int drop_capabilities();

// Installs a seccomp program for ever; the caller must have no_new_privs. Async-signal-safe.
int install_filter(const std::string& program);

// RLIMIT_*, affinity, personality. Async-signal-safe. `user_namespace`: whether the count of processes is
// our own or that of everything else this user runs.
int apply_limits(const Policy& policy, bool user_namespace);

// Whether this machine has seccomp filters, and lets address randomisation be switched off.
bool filters_work();
bool addresses_can_be_fixed();

}  // namespace effk::sandbox
