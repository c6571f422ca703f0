#include "harness/sandbox/process_state.h"

#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <sched.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace effk::sandbox {
namespace {

int limit(__rlimit_resource resource, std::uint64_t soft, std::uint64_t hard) {
  rlimit now{};
  if (::getrlimit(resource, &now) != 0) return errno;
  // What the administrator allows at most cannot be exceeded by us.
  now.rlim_max = std::min<rlim_t>(now.rlim_max, hard);
  now.rlim_cur = std::min<rlim_t>(now.rlim_max, soft);
  return ::setrlimit(resource, &now) == 0 ? 0 : errno;
}

int limit_unless_zero(__rlimit_resource resource, std::uint64_t value) {
  return value == 0 ? 0 : limit(resource, value, value);
}

}  // namespace

pid_t fork_raw() {
  return static_cast<pid_t>(::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

SignalsBlocked::SignalsBlocked() {
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before_);
}

SignalsBlocked::~SignalsBlocked() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void reset_signals() {
  struct sigaction standard {};
  standard.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; ++number) ::sigaction(number, &standard, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

int drop_capabilities() {
  // Without these, root would get everything in the bounding set back at exec. An unprivileged process may
  // not do them, and need not: it has nothing, and no_new_privs keeps it so.
  ::prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED, 0, 0, 0);
  ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  for (unsigned long capability = 0; capability < 64; ++capability) {
    if (::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0) break;
  }
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
  return ::syscall(SYS_capset, &header, none) == 0 ? 0 : errno;
}

int install_filter(const std::string& program) {
  sock_fprog filter{};
  filter.len = static_cast<unsigned short>(program.size() / sizeof(sock_filter));
  // The kernel only reads it.
  filter.filter = reinterpret_cast<sock_filter*>(const_cast<char*>(program.data()));
  // Kernels before 5.16 switch a costly speculation barrier on for filters installed without this flag.
  if (::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &filter) == 0) return 0;
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0 ? 0 : errno;
}

int apply_limits(const Policy& policy, bool user_namespace) {
  int error_number = limit(RLIMIT_CORE, 0, 0);
  // The soft limit sends SIGXCPU, which says what happened; a second later SIGKILL cannot be ignored.
  if (error_number == 0 && policy.cpu_seconds != 0) {
    error_number = limit(RLIMIT_CPU, policy.cpu_seconds, policy.cpu_seconds + 1);
  }
  if (error_number == 0) error_number = limit_unless_zero(RLIMIT_FSIZE, policy.file_size_bytes);
  if (error_number == 0) error_number = limit_unless_zero(RLIMIT_DATA, policy.data_bytes);
  if (error_number == 0) error_number = limit_unless_zero(RLIMIT_STACK, policy.stack_bytes);
  if (error_number == 0 && user_namespace) {
    // The warden and the namespace's init count too.
    error_number = limit_unless_zero(RLIMIT_NPROC, policy.processes == 0 ? 0 : policy.processes + 2);
  }
  if (error_number == 0) error_number = limit(RLIMIT_MSGQUEUE, 0, 0);
  if (error_number == 0 && policy.cpu) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(*policy.cpu), &one);
    if (::sched_setaffinity(0, sizeof one, &one) != 0) error_number = errno;
  }
  // Where a container refuses this, in_force() does not say fixed_addresses.
  if (policy.fixed_addresses) ::personality(ADDR_NO_RANDOMIZE);
  return error_number;
}

bool filters_work() {
  static const bool work = [] {
    const unsigned action = SECCOMP_RET_KILL_PROCESS;
    return ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
  }();
  return work;
}

bool addresses_can_be_fixed() {
  static const bool can = [] {
    // On this thread alone, and only for a moment; it concerns programs started later.
    const int now = ::personality(0xffffffff);
    if (now < 0 || ::personality(static_cast<unsigned long>(now) | ADDR_NO_RANDOMIZE) < 0) return false;
    ::personality(static_cast<unsigned long>(now));
    return true;
  }();
  return can;
}

}  // namespace effk::sandbox
