#include "harness/sandbox/sample_filter.h"

#include <asm/prctl.h>
#include <fcntl.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <cerrno>
#include <initializer_list>

#include "harness/sandbox/bpf_program.h"

// Numbers newer than the installed kernel headers.
#ifndef SYS_memfd_secret
#define SYS_memfd_secret 447
#endif
#ifndef SYS_process_mrelease
#define SYS_process_mrelease 448
#endif

namespace effk::sandbox {
namespace {

using Kind = Condition::Kind;
using Numbers = std::initializer_list<long>;

constexpr std::uint32_t kAllow = SECCOMP_RET_ALLOW;
constexpr std::uint32_t kKill = SECCOMP_RET_KILL_PROCESS;
constexpr std::uint32_t kNotPermitted = SECCOMP_RET_ERRNO | EPERM;
constexpr std::uint32_t kNotImplemented = SECCOMP_RET_ERRNO | ENOSYS;
constexpr std::uint32_t kNoTerminal = SECCOMP_RET_ERRNO | ENOTTY;

// Reading, remembering, waiting, asking the time, dying: nothing of it reaches beyond the process.
constexpr Numbers kHarmless = {SYS_read,
                               SYS_write,
                               SYS_readv,
                               SYS_writev,
                               SYS_pread64,
                               SYS_pwrite64,
                               SYS_preadv,
                               SYS_pwritev,
                               SYS_lseek,
                               SYS_close,
                               SYS_close_range,
                               SYS_fstat,
                               SYS_stat,
                               SYS_lstat,
                               SYS_newfstatat,
                               SYS_statx,
                               SYS_statfs,
                               SYS_fstatfs,
                               SYS_access,
                               SYS_faccessat,
                               SYS_faccessat2,
                               SYS_readlink,
                               SYS_readlinkat,
                               SYS_getdents,
                               SYS_getdents64,
                               SYS_getcwd,
                               SYS_ftruncate,
                               SYS_umask,
                               SYS_munmap,
                               SYS_mremap,
                               SYS_madvise,
                               SYS_mincore,
                               SYS_msync,
                               SYS_brk,
                               SYS_membarrier,
                               SYS_futex,
                               SYS_set_robust_list,
                               SYS_get_robust_list,
                               SYS_rseq,
                               SYS_set_tid_address,
                               SYS_clock_gettime,
                               SYS_clock_getres,
                               SYS_gettimeofday,
                               SYS_time,
                               SYS_times,
                               SYS_nanosleep,
                               SYS_clock_nanosleep,
                               SYS_getitimer,
                               SYS_setitimer,
                               SYS_timer_settime,  // icount's own; a sample has no such timers
                               SYS_alarm,
                               SYS_getrandom,
                               SYS_rt_sigaction,
                               SYS_rt_sigprocmask,
                               SYS_rt_sigreturn,
                               SYS_rt_sigpending,
                               SYS_rt_sigtimedwait,
                               SYS_rt_sigsuspend,
                               SYS_sigaltstack,
                               SYS_pause,
                               SYS_restart_syscall,
                               SYS_exit,
                               SYS_exit_group,
                               SYS_wait4,
                               SYS_waitid,
                               SYS_uname,
                               SYS_sysinfo,
                               SYS_getrusage,
                               SYS_getrlimit,
                               SYS_getpid,
                               SYS_getppid,
                               SYS_gettid,
                               SYS_getuid,
                               SYS_geteuid,
                               SYS_getgid,
                               SYS_getegid,
                               SYS_getresuid,
                               SYS_getresgid,
                               SYS_getgroups,
                               SYS_getpgrp,
                               SYS_getpgid,
                               SYS_getsid,
                               SYS_getpriority,
                               SYS_getcpu,
                               SYS_capget,
                               SYS_sched_yield,
                               SYS_sched_getaffinity,
                               SYS_sched_getscheduler,
                               SYS_sched_getparam,
                               SYS_sched_get_priority_max,
                               SYS_sched_get_priority_min,
                               SYS_sched_rr_get_interval,
                               SYS_poll,
                               SYS_ppoll,
                               SYS_select,
                               SYS_pselect6};

// What ordinary programs do elsewhere and must not do here.
constexpr Numbers kRefused = {SYS_fork,          SYS_vfork,
                              SYS_clone,         SYS_execve,
                              SYS_execveat,      SYS_socket,
                              SYS_socketpair,    SYS_connect,
                              SYS_accept,        SYS_accept4,
                              SYS_bind,          SYS_listen,
                              SYS_sendto,        SYS_recvfrom,
                              SYS_sendmsg,       SYS_sendmmsg,
                              SYS_recvmsg,       SYS_recvmmsg,
                              SYS_shutdown,      SYS_setsockopt,
                              SYS_getsockopt,    SYS_getsockname,
                              SYS_getpeername,   SYS_creat,
                              SYS_rename,        SYS_renameat,
                              SYS_renameat2,     SYS_mkdir,
                              SYS_mkdirat,       SYS_rmdir,
                              SYS_link,          SYS_linkat,
                              SYS_symlink,       SYS_symlinkat,
                              SYS_unlink,        SYS_unlinkat,
                              SYS_mknod,         SYS_mknodat,
                              SYS_chmod,         SYS_fchmod,
                              SYS_fchmodat,      SYS_chown,
                              SYS_fchown,        SYS_lchown,
                              SYS_fchownat,      SYS_truncate,
                              SYS_fallocate,     SYS_utime,
                              SYS_utimes,        SYS_futimesat,
                              SYS_utimensat,     SYS_setxattr,
                              SYS_lsetxattr,     SYS_fsetxattr,
                              SYS_removexattr,   SYS_lremovexattr,
                              SYS_fremovexattr,  SYS_chdir,
                              SYS_fchdir,        SYS_chroot,
                              SYS_sync,          SYS_syncfs,
                              SYS_fsync,         SYS_fdatasync,
                              SYS_flock,         SYS_name_to_handle_at,
                              SYS_dup,           SYS_dup2,
                              SYS_dup3,          SYS_pipe,
                              SYS_pipe2,         SYS_sendfile,
                              SYS_splice,        SYS_tee,
                              SYS_vmsplice,      SYS_copy_file_range,
                              SYS_memfd_create,  SYS_memfd_secret,
                              SYS_shmget,        SYS_shmat,
                              SYS_shmctl,        SYS_shmdt,
                              SYS_msgget,        SYS_msgsnd,
                              SYS_msgrcv,        SYS_msgctl,
                              SYS_semget,        SYS_semop,
                              SYS_semtimedop,    SYS_semctl,
                              SYS_mq_open,       SYS_mq_unlink,
                              SYS_mlock,         SYS_mlock2,
                              SYS_mlockall,      SYS_munlock,
                              SYS_munlockall,    SYS_remap_file_pages,
                              SYS_pkey_mprotect, SYS_pkey_alloc,
                              SYS_pkey_free,     SYS_modify_ldt,
                              SYS_setrlimit,     SYS_setuid,
                              SYS_setgid,        SYS_setreuid,
                              SYS_setregid,      SYS_setresuid,
                              SYS_setresgid,     SYS_setfsuid,
                              SYS_setfsgid,      SYS_setgroups,
                              SYS_capset,        SYS_setpgid,
                              SYS_setsid,        SYS_seccomp,
                              SYS_timer_create,  SYS_adjtimex,
                              SYS_clock_adjtime};

// The filter cannot look behind a pointer; callers fall back on the older call, into which it can.
constexpr Numbers kPretendedOld = {SYS_clone3, SYS_openat2};

// Attempts on the harness or the kernel.
constexpr Numbers kFatal = {SYS_ptrace,
                            SYS_process_vm_readv,
                            SYS_process_vm_writev,
                            SYS_process_madvise,
                            SYS_process_mrelease,
                            SYS_kcmp,
                            SYS_pidfd_open,
                            SYS_pidfd_getfd,
                            SYS_pidfd_send_signal,
                            SYS_bpf,
                            SYS_perf_event_open,
                            SYS_mount,
                            SYS_umount2,
                            SYS_move_mount,
                            SYS_open_tree,
                            SYS_fsopen,
                            SYS_fsconfig,
                            SYS_fsmount,
                            SYS_fspick,
                            SYS_mount_setattr,
                            SYS_pivot_root,
                            SYS_keyctl,
                            SYS_add_key,
                            SYS_request_key,
                            SYS_io_uring_setup,
                            SYS_io_uring_enter,
                            SYS_io_uring_register,
                            SYS_userfaultfd,
                            SYS_unshare,
                            SYS_setns,
                            SYS_init_module,
                            SYS_finit_module,
                            SYS_delete_module,
                            SYS_kexec_load,
                            SYS_kexec_file_load,
                            SYS_reboot,
                            SYS_swapon,
                            SYS_swapoff,
                            SYS_open_by_handle_at,
                            SYS_iopl,
                            SYS_ioperm,
                            SYS_settimeofday,
                            SYS_clock_settime,
                            SYS_sethostname,
                            SYS_setdomainname,
                            SYS_quotactl,
                            SYS_acct,
                            SYS_syslog,
                            SYS_vhangup,
                            SYS_migrate_pages,
                            SYS_move_pages,
                            SYS_fanotify_init};

Condition equals(unsigned argument, long value) {
  return {Kind::equals, argument, static_cast<std::uint32_t>(value)};
}
Condition differs(unsigned argument, long value) {
  return {Kind::differs, argument, static_cast<std::uint32_t>(value)};
}
Condition has_none_of(unsigned argument, std::uint32_t bits) {
  return {Kind::has_none_of, argument, bits};
}
Condition has_any_of(unsigned argument, std::uint32_t bits) {
  return {Kind::has_any_of, argument, bits};
}
Condition is_null(unsigned argument) {
  return {Kind::all_zero, argument};
}

class Table {
 public:
  Table() { table_.unlisted = kNotImplemented; }

  void answer_all(Numbers numbers, std::uint32_t action) {
    for (const long number : numbers) when(number, {}, action);
  }

  void when(long number, std::vector<Rule> rules, std::uint32_t otherwise) {
    table_.calls[static_cast<std::uint32_t>(number)] = {std::move(rules), otherwise};
  }

  const BpfTable& built() const { return table_; }

 private:
  BpfTable table_;
};

void allow_signals_to_itself(Table& table, long own) {
  for (const long number : {SYS_kill, SYS_tkill, SYS_rt_sigqueueinfo}) {
    table.when(number, {{{equals(0, own)}, kAllow}}, kKill);
  }
  for (const long number : {SYS_tgkill, SYS_rt_tgsigqueueinfo}) {
    table.when(number, {{{equals(0, own), equals(1, own)}, kAllow}}, kKill);
  }
}

// Its own limits can be read, its own place in the queue neither; those of others are not its business.
void keep_limits_and_scheduling(Table& table, long own) {
  table.when(SYS_prlimit64, {{{differs(0, 0), differs(0, own)}, kKill}, {{is_null(2)}, kAllow}},
             kNotPermitted);
  for (const long number :
       {SYS_sched_setscheduler, SYS_sched_setparam, SYS_sched_setattr, SYS_sched_setaffinity}) {
    table.when(number, {{{differs(0, 0), differs(0, own)}, kKill}}, kNotPermitted);
  }
  constexpr long kIoprioProcess = 1;  // IOPRIO_WHO_PROCESS; a group or a user are others as well
  for (const auto& [number, itself] :
       {std::pair{SYS_setpriority, long{PRIO_PROCESS}}, std::pair{SYS_ioprio_set, kIoprioProcess}}) {
    table.when(number, {{{differs(0, itself)}, kKill}, {{differs(1, 0), differs(1, own)}, kKill}},
               kNotPermitted);
  }
}

void open_for_reading_alone(Table& table) {
  constexpr std::uint32_t kTemporary = 020000000;  // __O_TMPFILE, which O_TMPFILE hides under O_DIRECTORY
  constexpr std::uint32_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | kTemporary;
  table.when(SYS_open, {{{has_none_of(1, kWriting)}, kAllow}}, kNotPermitted);
  table.when(SYS_openat, {{{has_none_of(2, kWriting)}, kAllow}}, kNotPermitted);
}

void map_memory(Table& table, const SampleFilter& options) {
  constexpr std::uint32_t kUnknownTypes = MAP_TYPE & ~static_cast<std::uint32_t>(MAP_SHARED | MAP_PRIVATE);
  // Memory that RLIMIT_DATA does not count.
  constexpr std::uint32_t kUncounted = MAP_GROWSDOWN | MAP_HUGETLB | kUnknownTypes;
  std::vector<Rule> rules = {
      {{has_any_of(3, kUncounted)}, kNotPermitted},
      {{has_any_of(3, MAP_SHARED), has_any_of(3, MAP_ANONYMOUS)}, kNotPermitted},
      {{has_none_of(2, PROT_EXEC)}, kAllow},
  };
  if (options.anonymous_executable_memory) {
    rules.push_back({{has_any_of(3, MAP_ANONYMOUS), has_none_of(3, MAP_SHARED)}, kAllow});
  }
  if (options.executable_file) {
    rules.push_back({{equals(4, *options.executable_file), has_none_of(2, PROT_WRITE),
                      has_none_of(3, MAP_SHARED | MAP_ANONYMOUS)},
                     kAllow});
  }
  table.when(SYS_mmap, std::move(rules), kNotPermitted);
  // Else bytes could first be written and then be made code.
  if (options.anonymous_executable_memory) {
    table.when(SYS_mprotect, {}, kAllow);
  } else {
    table.when(SYS_mprotect, {{{has_none_of(2, PROT_EXEC)}, kAllow}}, kNotPermitted);
  }
}

void control_itself(Table& table) {
  std::vector<Rule> harmless;
  for (const long command : {F_GETFD, F_SETFD, F_GETFL, F_SETFL})
    harmless.push_back({{equals(1, command)}, kAllow});
  table.when(SYS_fcntl, std::move(harmless), kNotPermitted);

  harmless.clear();
  for (const long option :
       {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_GET_PDEATHSIG, PR_GET_SECCOMP, PR_GET_NO_NEW_PRIVS,
        PR_GET_TIMERSLACK, PR_GET_TSC, PR_CAPBSET_READ, PR_SET_VMA}) {
    harmless.push_back({{equals(0, option)}, kAllow});
  }
  table.when(SYS_prctl, std::move(harmless), kNotPermitted);

  table.when(SYS_arch_prctl, {{{equals(0, ARCH_SET_FS)}, kAllow}, {{equals(0, ARCH_GET_FS)}, kAllow}},
             kNotPermitted);
  table.when(SYS_personality, {{{equals(0, 0xffffffff)}, kAllow}}, kNotPermitted);
  table.when(SYS_ioctl, {}, kNoTerminal);
}

void use_the_mark_socket(Table& table, int socket) {
  for (const long number : {SYS_sendto, SYS_recvfrom, SYS_sendmsg}) {
    table.when(number, {{{equals(0, socket)}, kAllow}}, kNotPermitted);
  }
}

}  // namespace

Result<std::string> sample_filter(const SampleFilter& options) {
  if (options.pid_placeholder == 0) {
    return fail(ErrorKind::internal, "the sample filter needs a placeholder for the process id");
  }
  if (options.executable_file && *options.executable_file < 0) {
    return fail(ErrorKind::internal, "the sample filter was given a descriptor that cannot be");
  }
  const long own = static_cast<long>(options.pid_placeholder);
  Table table;
  table.answer_all(kHarmless, kAllow);
  table.answer_all(kRefused, kNotPermitted);
  table.answer_all(kPretendedOld, kNotImplemented);
  table.answer_all(kFatal, kKill);
  allow_signals_to_itself(table, own);
  keep_limits_and_scheduling(table, own);
  open_for_reading_alone(table);
  map_memory(table, options);
  control_itself(table);
  if (options.mark_socket) use_the_mark_socket(table, *options.mark_socket);
  return compile(table.built());
}

}  // namespace effk::sandbox
