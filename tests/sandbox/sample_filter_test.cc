// Each promise of the sample filter, made good by the kernel: a child installs it and makes the call.
#include "harness/sandbox/sample_filter.h"

#include <asm/prctl.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "harness/sandbox/base_filter.h"
#include "harness/sandbox/process_state.h"
#include "tests/sandbox/bpf_interpreter.h"
#include "tests/sandbox/support.h"

namespace effk::sandbox {
namespace {

constexpr std::uint32_t kPlaceholder = 0x3eff0b1d;
constexpr long kDies = -1;        // the answer of a call that must end the process with SIGSYS
constexpr long kOwnPid = -12345;  // stands for the calling process among the arguments
constexpr int kCodeFile = 6;

struct Attempt {
  const char* name;
  long number;
  std::array<long, 6> arguments;
  long expected;  // errno, 0 for success, kDies
};

std::string program_with(const SampleFilter& options) {
  return sample_filter(options).value_or("");
}

SampleFilter native() {
  return {kPlaceholder, false, kCodeFile, 3};
}

// Installs the filter in a child, makes the call there, and returns its errno, 0 or kDies.
long answer_to(std::string program, const Attempt& attempt) {
  const pid_t child = ::fork();
  if (child == 0) {
    const pid_t own = ::getpid();
    std::array<long, 6> a = attempt.arguments;
    for (long& argument : a) {
      if (argument == kOwnPid) argument = own;
    }
    replace_pid(program, kPlaceholder, static_cast<std::uint32_t>(own));
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (install_filter(program) != 0) ::_exit(200);
    errno = 0;
    const long answer = ::syscall(attempt.number, a[0], a[1], a[2], a[3], a[4], a[5]);
    ::_exit(answer < 0 ? errno : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGSYS ? kDies : -1000 - WTERMSIG(status);
  return WEXITSTATUS(status);
}

long address(const void* pointer) {
  return reinterpret_cast<long>(pointer);
}

class SampleFilterInForce : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!filters_work()) GTEST_SKIP() << "this kernel has no seccomp filters";
  }
  void expect(const std::vector<Attempt>& attempts, const SampleFilter& options = native()) {
    const std::string program = program_with(options);
    for (const Attempt& attempt : attempts) {
      EXPECT_EQ(answer_to(program, attempt), attempt.expected) << attempt.name;
    }
  }
  char buffer_[4096] = {};
  long room_ = address(buffer_);
  long null_ = address("/dev/null");
  long passwd_ = address("/etc/passwd");
};

TEST_F(SampleFilterInForce, LetsAProgramMindItsOwnBusiness) {
  expect({
      {"getpid", SYS_getpid, {}, 0},
      {"clock_gettime", SYS_clock_gettime, {CLOCK_MONOTONIC, room_}, 0},
      {"nanosleep", SYS_nanosleep, {room_, 0}, 0},
      {"getrandom", SYS_getrandom, {room_, 16, 0}, 0},
      {"uname", SYS_uname, {room_}, 0},
      {"sysinfo", SYS_sysinfo, {room_}, 0},
      {"getcwd", SYS_getcwd, {room_, 4096}, 0},
      {"readlink", SYS_readlink, {address("/proc/self/exe"), room_, 4096}, 0},
      {"stat", SYS_stat, {passwd_, room_}, 0},
      {"getrusage", SYS_getrusage, {RUSAGE_SELF, room_}, 0},
      {"times", SYS_times, {room_}, 0},
      {"sched_yield", SYS_sched_yield, {}, 0},
      {"sched_getaffinity", SYS_sched_getaffinity, {0, 128, room_}, 0},
      {"sigaltstack", SYS_sigaltstack, {0, room_}, 0},
      {"rt_sigprocmask", SYS_rt_sigprocmask, {SIG_BLOCK, 0, room_, 8}, 0},
      {"poll", SYS_poll, {0, 0, 0}, 0},
      {"brk", SYS_brk, {0}, 0},
      {"membarrier", SYS_membarrier, {0, 0}, 0},
      {"fcntl F_GETFL", SYS_fcntl, {0, F_GETFL}, 0},
      {"fcntl F_SETFD", SYS_fcntl, {0, F_SETFD, FD_CLOEXEC}, 0},
      {"prctl PR_SET_NAME", SYS_prctl, {PR_SET_NAME, address("x")}, 0},
      {"personality get", SYS_personality, {static_cast<long>(0xffffffffUL)}, 0},
      {"arch_prctl ARCH_GET_FS", SYS_arch_prctl, {ARCH_GET_FS, room_}, 0},
      {"wait4", SYS_wait4, {-1, 0, 0, 0}, ECHILD},
      {"exit_group", SYS_exit_group, {0}, 0},
  });
}

TEST_F(SampleFilterInForce, OpensFilesForReadingAlone) {
  expect({
      {"openat", SYS_openat, {AT_FDCWD, passwd_, O_RDONLY | O_CLOEXEC}, 0},
      {"open", SYS_open, {passwd_, O_RDONLY}, 0},
      {"openat write", SYS_openat, {AT_FDCWD, null_, O_WRONLY}, EPERM},
      {"openat read and write", SYS_openat, {AT_FDCWD, null_, O_RDWR}, EPERM},
      {"openat for neither", SYS_openat, {AT_FDCWD, null_, O_ACCMODE}, EPERM},
      {"openat create", SYS_openat, {AT_FDCWD, null_, O_RDONLY | O_CREAT, 0600}, EPERM},
      {"openat truncate", SYS_openat, {AT_FDCWD, null_, O_RDONLY | O_TRUNC}, EPERM},
      {"openat temporary", SYS_openat, {AT_FDCWD, address("/tmp"), O_TMPFILE, 0600}, EPERM},
      {"open write", SYS_open, {null_, O_WRONLY}, EPERM},
      {"creat", SYS_creat, {null_, 0600}, EPERM},
      {"openat2", SYS_openat2, {AT_FDCWD, passwd_, room_, 24}, ENOSYS},
  });
}

TEST_F(SampleFilterInForce, RefusesWhatProgramsDoElsewhere) {
  expect({
      {"fork", SYS_fork, {}, EPERM},
      {"vfork", SYS_vfork, {}, EPERM},
      {"clone", SYS_clone, {SIGCHLD}, EPERM},
      {"clone a thread", SYS_clone, {CLONE_VM | CLONE_THREAD | CLONE_SIGHAND}, EPERM},
      {"clone3", SYS_clone3, {room_, 64}, ENOSYS},
      {"execve", SYS_execve, {address("/bin/true"), 0, 0}, EPERM},
      {"execveat", SYS_execveat, {AT_FDCWD, address("/bin/true"), 0, 0, 0}, EPERM},
      {"socket", SYS_socket, {AF_UNIX, SOCK_STREAM, 0}, EPERM},
      {"socketpair", SYS_socketpair, {AF_UNIX, SOCK_STREAM, 0, room_}, EPERM},
      {"connect", SYS_connect, {3, room_, 2}, EPERM},
      {"recvmsg", SYS_recvmsg, {3, room_, 0}, EPERM},
      {"sendmsg elsewhere", SYS_sendmsg, {4, room_, 0}, EPERM},
      {"memfd_create", SYS_memfd_create, {address("x"), 0}, EPERM},
      {"shmget", SYS_shmget, {0, 4096, 0600}, EPERM},
      {"pipe", SYS_pipe, {room_}, EPERM},
      {"pipe2", SYS_pipe2, {room_, 0}, EPERM},
      {"dup", SYS_dup, {0}, EPERM},
      {"dup2", SYS_dup2, {0, 6}, EPERM},
      {"dup3", SYS_dup3, {0, 6, 0}, EPERM},
      {"fcntl F_DUPFD", SYS_fcntl, {0, F_DUPFD, 6}, EPERM},
      {"fcntl F_DUPFD_CLOEXEC", SYS_fcntl, {0, F_DUPFD_CLOEXEC, 6}, EPERM},
      {"fcntl F_SETOWN", SYS_fcntl, {0, F_SETOWN, 1}, EPERM},
      {"fcntl F_SETLK", SYS_fcntl, {0, F_SETLK, room_}, EPERM},
      {"unlink", SYS_unlink, {address("/nowhere")}, EPERM},
      {"mkdir", SYS_mkdir, {address("/nowhere/x"), 0700}, EPERM},
      {"rename", SYS_rename, {address("/nowhere"), address("/nowhere2")}, EPERM},
      {"chmod", SYS_chmod, {address("/nowhere"), 0}, EPERM},
      {"chdir", SYS_chdir, {address("/")}, EPERM},
      {"chroot", SYS_chroot, {address("/")}, EPERM},
      {"ioctl", SYS_ioctl, {0, TCGETS, room_}, ENOTTY},
      {"setrlimit", SYS_setrlimit, {RLIMIT_NOFILE, room_}, EPERM},
      {"setsid", SYS_setsid, {}, EPERM},
      {"seccomp", SYS_seccomp, {SECCOMP_GET_ACTION_AVAIL, 0, room_}, EPERM},
      {"prctl PR_SET_SECCOMP", SYS_prctl, {PR_SET_SECCOMP, SECCOMP_MODE_FILTER, room_}, EPERM},
      {"prctl PR_SET_DUMPABLE", SYS_prctl, {PR_SET_DUMPABLE, 1}, EPERM},
      {"prctl PR_SET_PDEATHSIG", SYS_prctl, {PR_SET_PDEATHSIG, 0}, EPERM},
      {"personality set", SYS_personality, {0x0400000}, EPERM},
      {"arch_prctl ARCH_SET_GS", SYS_arch_prctl, {ARCH_SET_GS, room_}, EPERM},
      {"a call that does not exist", 1000, {}, ENOSYS},
      {"epoll_create1", SYS_epoll_create1, {0}, ENOSYS},
  });
}

TEST_F(SampleFilterInForce, KillsAttemptsOnTheHarnessAndTheKernel) {
  // Arguments with which the calls would do no harm, should they get through.
  for (const auto& [name, number] :
       std::initializer_list<std::pair<const char*, long>>{{"ptrace", SYS_ptrace},
                                                           {"process_vm_readv", SYS_process_vm_readv},
                                                           {"process_vm_writev", SYS_process_vm_writev},
                                                           {"process_madvise", SYS_process_madvise},
                                                           {"bpf", SYS_bpf},
                                                           {"perf_event_open", SYS_perf_event_open},
                                                           {"mount", SYS_mount},
                                                           {"umount2", SYS_umount2},
                                                           {"move_mount", SYS_move_mount},
                                                           {"open_tree", SYS_open_tree},
                                                           {"fsopen", SYS_fsopen},
                                                           {"mount_setattr", SYS_mount_setattr},
                                                           {"pivot_root", SYS_pivot_root},
                                                           {"keyctl", SYS_keyctl},
                                                           {"add_key", SYS_add_key},
                                                           {"request_key", SYS_request_key},
                                                           {"io_uring_setup", SYS_io_uring_setup},
                                                           {"io_uring_enter", SYS_io_uring_enter},
                                                           {"io_uring_register", SYS_io_uring_register},
                                                           {"userfaultfd", SYS_userfaultfd},
                                                           {"unshare", SYS_unshare},
                                                           {"setns", SYS_setns},
                                                           {"pidfd_open", SYS_pidfd_open},
                                                           {"pidfd_getfd", SYS_pidfd_getfd},
                                                           {"pidfd_send_signal", SYS_pidfd_send_signal},
                                                           {"kcmp", SYS_kcmp},
                                                           {"init_module", SYS_init_module},
                                                           {"finit_module", SYS_finit_module},
                                                           {"delete_module", SYS_delete_module},
                                                           {"kexec_load", SYS_kexec_load},
                                                           {"reboot", SYS_reboot},
                                                           {"swapon", SYS_swapon},
                                                           {"swapoff", SYS_swapoff},
                                                           {"open_by_handle_at", SYS_open_by_handle_at},
                                                           {"iopl", SYS_iopl},
                                                           {"settimeofday", SYS_settimeofday},
                                                           {"syslog", SYS_syslog}}) {
    expect({{name, number, {}, kDies}});
  }
}

TEST_F(SampleFilterInForce, LetsSignalsReachTheProcessItselfAlone) {
  const long parent = ::getpid();
  expect({
      {"kill itself with nothing", SYS_kill, {kOwnPid, 0}, 0},
      {"kill itself", SYS_kill, {kOwnPid, SIGUSR1}, -1000 - SIGUSR1},
      {"tkill itself", SYS_tkill, {kOwnPid, SIGUSR1}, -1000 - SIGUSR1},
      {"tgkill itself", SYS_tgkill, {kOwnPid, kOwnPid, SIGABRT}, -1000 - SIGABRT},
      {"kill its parent", SYS_kill, {parent, 0}, kDies},
      {"kill its group", SYS_kill, {0, 0}, kDies},
      {"kill everybody", SYS_kill, {-1, 0}, kDies},
      {"tgkill its parent", SYS_tgkill, {parent, parent, 0}, kDies},
      {"tgkill its parent's thread", SYS_tgkill, {kOwnPid, parent, 0}, kDies},
      {"rt_sigqueueinfo to its parent", SYS_rt_sigqueueinfo, {parent, 0, room_}, kDies},
  });
}

TEST_F(SampleFilterInForce, KeepsLimitsAndSchedulingAsTheyAre) {
  const long parent = ::getpid();
  expect({
      {"prlimit64 get", SYS_prlimit64, {0, RLIMIT_STACK, 0, room_}, 0},
      {"prlimit64 get, by its id", SYS_prlimit64, {kOwnPid, RLIMIT_STACK, 0, room_}, 0},
      {"prlimit64 set", SYS_prlimit64, {0, RLIMIT_NOFILE, room_, 0}, EPERM},
      {"prlimit64 of its parent", SYS_prlimit64, {parent, RLIMIT_STACK, 0, room_}, kDies},
      {"sched_setaffinity", SYS_sched_setaffinity, {0, 128, room_}, EPERM},
      {"sched_setaffinity, by its id", SYS_sched_setaffinity, {kOwnPid, 128, room_}, EPERM},
      {"sched_setaffinity of its parent", SYS_sched_setaffinity, {parent, 0, room_}, kDies},
      {"sched_setscheduler", SYS_sched_setscheduler, {0, 0, room_}, EPERM},
      {"sched_setscheduler of its parent", SYS_sched_setscheduler, {parent, 0, 0}, kDies},
      {"setpriority", SYS_setpriority, {PRIO_PROCESS, 0, 5}, EPERM},
      {"setpriority of its parent", SYS_setpriority, {PRIO_PROCESS, parent, 0}, kDies},
      {"setpriority of its group", SYS_setpriority, {PRIO_PGRP, 0, 0}, kDies},
      {"ioprio_set", SYS_ioprio_set, {1, 0, 0}, EPERM},
      {"ioprio_set of its parent", SYS_ioprio_set, {1, parent, 0}, kDies},
  });
}

class MappingCode : public SampleFilterInForce {
 protected:
  static constexpr long kRead = PROT_READ, kCode = PROT_READ | PROT_EXEC, kBoth = kCode | PROT_WRITE;
  static constexpr long kAnonymous = MAP_PRIVATE | MAP_ANONYMOUS;

  void SetUp() override {
    SampleFilterInForce::SetUp();
    library_.reset(::open("/proc/self/exe", O_RDONLY));
    at_code_ = keep(kCodeFile);
    at_other_ = keep(kCodeFile + 1);
  }
  // The child inherits a file at this number; whatever was there comes back afterwards.
  struct Held {
    int number;
    UniqueFd before;
    explicit Held(int n) : number(n), before(::fcntl(n, F_DUPFD_CLOEXEC, 100)) {}
    Held(Held&&) = default;
    ~Held() {
      if (before) {
        ::dup2(before.get(), number);
      } else if (number >= 0) {
        ::close(number);
      }
    }
  };
  std::unique_ptr<Held> keep(int number) {
    auto held = std::make_unique<Held>(number);
    ::dup2(library_.get(), number);
    return held;
  }
  UniqueFd library_;
  std::unique_ptr<Held> at_code_, at_other_;
};

TEST_F(MappingCode, IsPossibleFromTheOneDescriptorAlone) {
  expect({
      {"data", SYS_mmap, {0, 4096, kRead | PROT_WRITE, kAnonymous, -1, 0}, 0},
      {"a file as data", SYS_mmap, {0, 4096, kRead, MAP_PRIVATE, kCodeFile + 1, 0}, 0},
      {"the file as code", SYS_mmap, {0, 4096, kCode, MAP_PRIVATE, kCodeFile, 0}, 0},
      {"the file as writable code", SYS_mmap, {0, 4096, kBoth, MAP_PRIVATE, kCodeFile, 0}, EPERM},
      {"the file as shared code", SYS_mmap, {0, 4096, kCode, MAP_SHARED, kCodeFile, 0}, EPERM},
      {"another file as code", SYS_mmap, {0, 4096, kCode, MAP_PRIVATE, kCodeFile + 1, 0}, EPERM},
      {"memory as code", SYS_mmap, {0, 4096, kCode, kAnonymous, -1, 0}, EPERM},
      {"memory as code with that number", SYS_mmap, {0, 4096, kCode, kAnonymous, kCodeFile, 0}, EPERM},
      {"mprotect to code", SYS_mprotect, {room_ & ~4095L, 4096, kCode}, EPERM},
      {"mprotect to data", SYS_mprotect, {room_ & ~4095L, 0, kRead}, 0},
      {"pkey_mprotect", SYS_pkey_mprotect, {room_ & ~4095L, 4096, kCode, -1}, EPERM},
  });
}

TEST_F(MappingCode, IsImpossibleWithoutSuchADescriptor) {
  expect({{"the file as code", SYS_mmap, {0, 4096, kCode, MAP_PRIVATE, kCodeFile, 0}, EPERM}},
         {kPlaceholder, false, std::nullopt, std::nullopt});
}

TEST_F(MappingCode, IsPossibleInMemoryForTranslators) {
  expect({{"memory as code", SYS_mmap, {0, 4096, kBoth, kAnonymous, -1, 0}, 0},
          {"the file as code", SYS_mmap, {0, 4096, kCode, MAP_PRIVATE, kCodeFile, 0}, 0},
          {"another file as code", SYS_mmap, {0, 4096, kCode, MAP_PRIVATE, kCodeFile + 1, 0}, EPERM}},
         {kPlaceholder, true, kCodeFile, std::nullopt});
}

TEST_F(SampleFilterInForce, RefusesMemoryThatTheDataLimitDoesNotCount) {
  const long data = PROT_READ | PROT_WRITE;
  expect({
      {"shared", SYS_mmap, {0, 4096, data, MAP_SHARED | MAP_ANONYMOUS, -1, 0}, EPERM},
      {"stack-like", SYS_mmap, {0, 4096, data, MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN, -1, 0}, EPERM},
      {"huge", SYS_mmap, {0, 4096, data, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0}, EPERM},
  });
}

TEST_F(SampleFilterInForce, ComparesAsTheKernelDoesWhenTheUpperHalfIsGarbage) {
  const long garbage = 1L << 40;
  expect({{"kill itself", SYS_kill, {::getpid() | garbage, 0}, kDies},
          {"write flag", SYS_openat, {AT_FDCWD, null_, O_WRONLY | garbage}, EPERM},
          {"prlimit64 with a high pointer", SYS_prlimit64, {0, RLIMIT_NOFILE, garbage, 0}, EPERM}});
}

TEST(SampleFilterProgram, KillsTheI386AndX32Doors) {
  const std::string program = program_with(native());
  ASSERT_FALSE(program.empty());
  EXPECT_EQ(run_program(program, call(SYS_getpid)), SECCOMP_RET_ALLOW);
  EXPECT_EQ(run_program(program, call(SYS_getpid, {}, AUDIT_ARCH_I386)), SECCOMP_RET_KILL_PROCESS);
  EXPECT_EQ(run_program(program, call(SYS_getpid | 0x40000000)), SECCOMP_RET_KILL_PROCESS);
}

TEST(SampleFilterProgram, OpensTheMarkSocketOnlyIfThereIsOne) {
  EXPECT_EQ(run_program(program_with(native()), call(SYS_sendmsg, {3})), SECCOMP_RET_ALLOW);
  EXPECT_EQ(run_program(program_with({kPlaceholder, false, {}, {}}), call(SYS_sendmsg, {3})),
            SECCOMP_RET_ERRNO | EPERM);
}

TEST(SampleFilterProgram, NeedsAPlaceholder) {
  EXPECT_FALSE(sample_filter({}).has_value());
}

}  // namespace
}  // namespace effk::sandbox
