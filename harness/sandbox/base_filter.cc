#include "harness/sandbox/base_filter.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/filter.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "harness/base/files.h"

namespace effk::sandbox {
namespace {

// libseccomp's own macros are compound literals, which C++ does not have.
scmp_arg_cmp when(unsigned argument, scmp_compare comparison, std::uint64_t a, std::uint64_t b = 0) {
  return {argument, comparison, a, b};
}

// Nobody calls these by accident: whoever does is attacking the kernel or the harness.
constexpr const char* kKill[] = {"mount",
                                 "umount2",
                                 "move_mount",
                                 "open_tree",
                                 "fsopen",
                                 "fsconfig",
                                 "fsmount",
                                 "fspick",
                                 "mount_setattr",
                                 "pivot_root",
                                 "chroot",
                                 "ptrace",
                                 "process_vm_readv",
                                 "process_vm_writev",
                                 "pidfd_getfd",
                                 "kexec_load",
                                 "kexec_file_load",
                                 "init_module",
                                 "finit_module",
                                 "delete_module",
                                 "reboot",
                                 "swapon",
                                 "swapoff",
                                 "open_by_handle_at",
                                 "iopl",
                                 "ioperm",
                                 "settimeofday",
                                 "clock_settime",
                                 "sethostname",
                                 "setdomainname",
                                 "quotactl",
                                 "acct",
                                 "fanotify_init"};

// Libraries try these and go on without.
constexpr const char* kNotPermitted[] = {"socket",
                                         "socketpair",
                                         "connect",
                                         "bind",
                                         "listen",
                                         "accept",
                                         "accept4",
                                         "bpf",
                                         "unshare",
                                         "setns",
                                         "kcmp",
                                         "process_madvise",
                                         "process_mrelease",
                                         "migrate_pages",
                                         "move_pages",
                                         "name_to_handle_at",
                                         "sched_setaffinity",
                                         "chown",
                                         "fchown",
                                         "lchown",
                                         "fchownat",
                                         "setxattr",
                                         "lsetxattr",
                                         "fsetxattr",
                                         "removexattr",
                                         "lremovexattr",
                                         "fremovexattr",
                                         "adjtimex",
                                         "clock_adjtime",
                                         "syslog",
                                         "vhangup",
                                         "personality",
                                         "modify_ldt",
                                         "mknod",
                                         "mknodat",
                                         "shmget",
                                         "shmat",
                                         "msgget",
                                         "semget",
                                         "mq_open"};

// For these an old kernel is the best disguise: callers fall back on what the filter can look into.
constexpr const char* kNotImplemented[] = {
    "clone3",  "io_uring_setup", "io_uring_enter", "io_uring_register", "userfaultfd",  "keyctl",
    "add_key", "request_key",    "pidfd_open",     "pidfd_send_signal", "memfd_secret", "sched_setattr"};

constexpr const char* kModes[] = {"chmod", "fchmod", "fchmodat", "utime", "utimes", "futimesat", "utimensat"};
constexpr const char* kSignals[] = {"kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"};

constexpr std::uint64_t kNamespaceFlags[] = {CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNS,    CLONE_NEWNET,
                                             CLONE_NEWIPC,  CLONE_NEWUTS, CLONE_NEWCGROUP};

class Builder {
 public:
  Builder() : context_(::seccomp_init(SCMP_ACT_ALLOW), &::seccomp_release) {
    if (context_ == nullptr) error_number_ = ENOMEM;
    // Calls by the 32-bit and x32 doors would be judged by the wrong table.
    keep(::seccomp_attr_set(context_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
    keep(::seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2));
  }

  template <typename... Comparison>
  void add(std::uint32_t action, const char* name, Comparison... comparison) {
    const int number = ::seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR) return;  // newer than this libseccomp
    keep(::seccomp_rule_add(context_.get(), action, number, sizeof...(comparison), comparison...));
  }

  template <std::size_t N>
  void add_all(std::uint32_t action, const char* const (&names)[N]) {
    for (const char* name : names) add(action, name);
  }

  Result<std::string> program() {
    auto file = memory_file("filter");
    if (!file) return tl::unexpected(file.error());
    if (error_number_ == 0) keep(::seccomp_export_bpf(context_.get(), file->get()));
    if (error_number_ != 0) {
      return fail_errno(ErrorKind::environment, "cannot build the seccomp filter", error_number_);
    }
    return read_descriptor(file->get(), kMiB);
  }

 private:
  // libseccomp answers with negative error numbers; the first one counts.
  void keep(int answer) {
    if (answer < 0 && error_number_ == 0) error_number_ = -answer;
  }

  std::unique_ptr<void, decltype(&::seccomp_release)> context_;
  int error_number_ = 0;
};

}  // namespace

Result<std::string> base_filter(const Policy& policy, bool signals_kept_inside) {
  const std::uint32_t not_permitted = SCMP_ACT_ERRNO(EPERM);
  Builder filter;
  filter.add_all(SCMP_ACT_KILL_PROCESS, kKill);
  filter.add_all(not_permitted, kNotPermitted);
  filter.add_all(SCMP_ACT_ERRNO(ENOSYS), kNotImplemented);
  if (!policy.may_count_events) filter.add(not_permitted, "perf_event_open");
  if (!policy.may_change_modes) filter.add_all(not_permitted, kModes);

  if (policy.may_fork) {
    for (const std::uint64_t flag : kNamespaceFlags) {
      filter.add(not_permitted, "clone", when(0, SCMP_CMP_MASKED_EQ, flag, flag));
    }
  } else {
    for (const char* name : {"fork", "vfork", "clone"}) filter.add(not_permitted, name);
  }

  // Limits and scheduling: one's own (0) at most. The supervisor runs under the same user.
  for (const char* name : {"prlimit64", "sched_setscheduler", "sched_setparam"}) {
    filter.add(not_permitted, name, when(0, SCMP_CMP_NE, 0));
  }
  for (const char* name : {"setpriority", "ioprio_set"}) {
    filter.add(not_permitted, name, when(1, SCMP_CMP_NE, 0));
  }
  // Typing into, or pasting onto, a terminal that somebody else reads.
  for (const std::uint64_t request : {std::uint64_t{TIOCSTI}, std::uint64_t{TIOCLINUX}}) {
    filter.add(not_permitted, "ioctl", when(1, SCMP_CMP_MASKED_EQ, 0xffffffff, request));
  }
  if (!signals_kept_inside && !policy.may_signal_others) {
    for (const char* name : kSignals) {
      filter.add(not_permitted, name, when(0, SCMP_CMP_NE, kOwnPidPlaceholder));
    }
  }
  return filter.program();
}

void replace_pid(std::string& program, std::uint32_t placeholder, std::uint32_t pid) {
  auto* instruction = reinterpret_cast<sock_filter*>(program.data());
  const std::size_t count = program.size() / sizeof(sock_filter);
  for (std::size_t i = 0; i < count; ++i) {
    if (instruction[i].k == placeholder) instruction[i].k = pid;
  }
}

}  // namespace effk::sandbox
