// harness/sandbox/namespaces.h -- a world of its own for a confined process.
//
// The warden (launch.h) enters new namespaces before it starts the program. Everything outside the writable
// paths becomes read-only there, which also stops what Landlock does not look at: modes, owners, times and
// extended attributes of files.
//
//   Errors   containers often forbid all of this: then available_namespaces() is empty, and the sandbox falls
//            back on Landlock, seccomp and a sweep. That is recorded, not an error.
//   Threads  no shared state but the one-time probe.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/unique_fd.h"
#include "harness/sandbox/policy.h"

namespace effk::sandbox {

struct NamespaceSet {
  unsigned flags = 0;  // CLONE_NEW*, 0 if none

  bool has_pid() const;
  // "user,pid,mount,net,ipc,uts", or "none".
  std::string names() const;
};

// What this machine grants: found out once, in a child that tries.
const NamespaceSet& available_namespaces();

// Everything that entering needs, laid out in the parent.
class NamespacePlan {
 public:
  explicit NamespacePlan(const Policy& policy);
  NamespacePlan(const NamespaceSet& set, const Policy& policy);

  const NamespaceSet& set() const { return set_; }

  // Async-signal-safe, in a process with one thread: later children are inside. Returns 0 or an errno.
  int enter() const;

 private:
  int freeze_mounts() const;

  NamespaceSet set_;
  std::string user_map_;
  std::string group_map_;
  std::vector<std::filesystem::path> writable_;
};

}  // namespace effk::sandbox
