// harness/sandbox/child_handle.h -- holds on to one child of a driver: limits it, looks at it, kills it.
//
//   Errors   environment when the kernel refuses; a child that has ended is no error.
//   Threads  one thread at a time.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"

namespace effk::sandbox {

struct ChildLimits {
  std::uint64_t file_size_bytes = 0;  // of what it prints and of its result
  std::uint64_t cpu_seconds = 0;
};

class ChildHandle {
 public:
  // `pid` as this process sees it; the child must be alive (it waits at mark 0), so that the number cannot
  // have been given to another process.
  static Result<ChildHandle> hold(pid_t pid);

  Result<void> limit(const ChildLimits& limits) const;

  // Its resident memory; 0 if it has ended.
  std::uint64_t resident_bytes() const;

  enum class State {
    sleeps,   // it waits of its own accord: in a call that sleeps, or stopped
    runs,     // or would, if it had a processor, or its share of a throttled machine
    is_away,  // it waits for a page to be read, or has ended
  };
  State state() const;

  // For how long it has had a processor; std::nullopt where the kernel does not tell.
  std::optional<std::chrono::nanoseconds> running_time() const;

  // SIGKILL; nothing happens if it has ended.
  void kill() const;

  pid_t pid() const { return pid_; }

 private:
  ChildHandle(pid_t pid, UniqueFd pidfd) : pid_(pid), pidfd_(std::move(pidfd)) {}
  pid_t pid_;
  UniqueFd pidfd_;
};

}  // namespace effk::sandbox
