#include "harness/sandbox/namespaces.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

#include "harness/sandbox/process_state.h"

namespace effk::sandbox {
namespace {

constexpr unsigned kAll =
    CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;

// Most wanted first. Without a user namespace only a privileged harness gets any; some containers forbid
// mounting alone.
constexpr std::array kCandidates = {kAll, kAll & ~static_cast<unsigned>(CLONE_NEWNS),
                                    kAll & ~static_cast<unsigned>(CLONE_NEWUSER),
                                    kAll & ~static_cast<unsigned>(CLONE_NEWUSER | CLONE_NEWNS)};

// Async-signal-safe.
int write_whole(const char* path, std::string_view text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return errno;
  const ssize_t written = ::write(fd, text.data(), text.size());
  const int error_number = written < 0 ? errno : 0;
  ::close(fd);
  return error_number;
}

bool works(unsigned flags) {
  const NamespacePlan plan(NamespaceSet{flags}, Policy{});
  const SignalsBlocked blocked;
  const pid_t child = fork_raw();
  if (child < 0) return false;
  if (child == 0) {
    if (plan.enter() != 0) ::_exit(1);
    // A new pid namespace may be granted and yet take no process (a limit of 0).
    const pid_t inside = fork_raw();
    if (inside == 0) ::_exit(0);
    int status = 1;
    if (inside < 0 || ::waitpid(inside, &status, 0) != inside) ::_exit(1);
    ::_exit(status == 0 ? 0 : 1);
  }
  int status = 1;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status == 0;
}

}  // namespace

bool NamespaceSet::has_pid() const {
  return (flags & CLONE_NEWPID) != 0;
}

std::string NamespaceSet::names() const {
  constexpr std::pair<unsigned, const char*> kNames[] = {{CLONE_NEWUSER, "user"}, {CLONE_NEWPID, "pid"},
                                                         {CLONE_NEWNS, "mount"},  {CLONE_NEWNET, "net"},
                                                         {CLONE_NEWIPC, "ipc"},   {CLONE_NEWUTS, "uts"}};
  std::string text;
  for (const auto& [flag, name] : kNames) {
    if ((flags & flag) == 0) continue;
    if (!text.empty()) text += ',';
    text += name;
  }
  return text.empty() ? "none" : text;
}

const NamespaceSet& available_namespaces() {
  static const NamespaceSet found = [] {
    for (const unsigned flags : kCandidates) {
      if (works(flags)) return NamespaceSet{flags};
    }
    return NamespaceSet{};
  }();
  return found;
}

NamespacePlan::NamespacePlan(const Policy& policy)
    : NamespacePlan(policy.namespaces ? available_namespaces() : NamespaceSet{}, policy) {}

NamespacePlan::NamespacePlan(const NamespaceSet& set, const Policy& policy) : set_(set) {
  // Everybody keeps the number he has: files made inside belong to the one who started the harness.
  user_map_ = fmt::format("{0} {0} 1", ::geteuid());
  group_map_ = fmt::format("{0} {0} 1", ::getegid());
  for (const std::filesystem::path& path : policy.writable) {
    std::error_code missing;
    const std::filesystem::path real = std::filesystem::canonical(path, missing);
    // Devices can be written through a read-only mount, and need none of their own.
    if (missing ||
        !(std::filesystem::is_directory(real, missing) || std::filesystem::is_regular_file(real, missing))) {
      continue;
    }
    writable_.push_back(real);
  }
}

int NamespacePlan::enter() const {
  if (set_.flags == 0) return 0;
  if (::unshare(static_cast<int>(set_.flags)) != 0) return errno;
  if ((set_.flags & CLONE_NEWUSER) != 0) {
    // The kernel demands this order of a process without privilege.
    int error_number = write_whole("/proc/self/setgroups", "deny");
    if (error_number == 0 || error_number == ENOENT)
      error_number = write_whole("/proc/self/uid_map", user_map_);
    if (error_number == 0) error_number = write_whole("/proc/self/gid_map", group_map_);
    if (error_number != 0) return error_number;
  }
  return (set_.flags & CLONE_NEWNS) != 0 ? freeze_mounts() : 0;
}

// Takes a copy of each writable tree, makes everything read-only, and lays the copies over their places.
// Without allocation: the copies stay open under descriptors that nobody inherits.
int NamespacePlan::freeze_mounts() const {
  constexpr std::size_t kMost = 32;
  std::array<int, kMost> copies{};
  if (writable_.size() > kMost) return E2BIG;
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return errno;
  for (std::size_t i = 0; i < writable_.size(); ++i) {
    const long copy = ::syscall(SYS_open_tree, AT_FDCWD, writable_[i].c_str(),
                                OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
    if (copy < 0) return errno;
    copies[i] = static_cast<int>(copy);
  }
  mount_attr attributes{};
  attributes.attr_set = MOUNT_ATTR_RDONLY;
  if (::syscall(SYS_mount_setattr, AT_FDCWD, "/", AT_RECURSIVE, &attributes, sizeof attributes) != 0) {
    return errno;
  }
  for (std::size_t i = 0; i < writable_.size(); ++i) {
    if (::syscall(SYS_move_mount, copies[i], "", AT_FDCWD, writable_[i].c_str(), MOVE_MOUNT_F_EMPTY_PATH) !=
        0) {
      return errno;
    }
    ::close(copies[i]);
  }
  return 0;
}

}  // namespace effk::sandbox
