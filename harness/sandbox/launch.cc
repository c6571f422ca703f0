#include "harness/sandbox/launch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "harness/sandbox/base_filter.h"
#include "harness/sandbox/process_state.h"
#include "harness/sandbox/warden.h"

namespace effk::sandbox {
namespace {

// Descriptors are put aside from here on while they are arranged.
constexpr int kParking = 512;
// Where a program given as a descriptor lies at exec. The number shows in the program's memory (AT_EXECFN),
// so it is always the same.
constexpr int kExecutable = 500;

const char* const kExecutableLink = "/proc/self/fd/500";

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

// The program itself may always be executed, wherever it lies.
Policy with_executable(const ProcessRequest& request, const std::string& file) {
  Policy policy = request.policy;
  policy.executable.emplace_back(
      request.executable_descriptor ? fmt::format("/proc/self/fd/{}", *request.executable_descriptor) : file);
  return policy;
}

// The kernel's OOM killer takes sandboxed programs before the harness.
void volunteer_for_oom() {
  const int fd = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (fd < 0) return;
  [[maybe_unused]] const ssize_t written = ::write(fd, "900", 3);
  ::close(fd);
}

void raise_own_descriptor_limit() {
  rlimit now{};
  if (::getrlimit(RLIMIT_NOFILE, &now) != 0) return;
  now.rlim_cur = now.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &now);
}

int limit_descriptors(std::uint64_t most) {
  if (most == 0) return 0;
  rlimit now{};
  if (::getrlimit(RLIMIT_NOFILE, &now) != 0) return errno;
  now.rlim_max = std::min<rlim_t>(now.rlim_max, most);
  now.rlim_cur = now.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &now) == 0 ? 0 : errno;
}

}  // namespace

Launch::Launch(const ProcessRequest& request) : request_(request), namespaces_(request.policy) {}

Result<Launch> Launch::prepare(const ProcessRequest& request, UniqueFd report, UniqueFd failure) {
  if (request.argv.empty()) return fail(ErrorKind::internal, "cannot start a program without a name");
  Launch launch(request);
  launch.file_ = request.executable_descriptor ? kExecutableLink
                 : request.executable.empty()  ? request.argv[0]
                                               : request.executable.string();
  launch.arguments_ = pointers(launch.request_.argv);
  launch.environment_ = pointers(launch.request_.environment);
  launch.report_ = std::move(report);
  launch.failure_ = std::move(failure);

  auto rules = Ruleset::prepare(with_executable(request, launch.file_));
  if (!rules) return tl::unexpected(rules.error());
  launch.rules_ = std::move(*rules);
  auto filter =
      base_filter(request.policy, launch.namespaces_.set().has_pid() || landlock_keeps_signals_inside());
  if (!filter) return tl::unexpected(filter.error());
  launch.filter_ = std::move(*filter);

  launch.null_.reset(::open("/dev/null", O_RDWR | O_CLOEXEC));
  if (!launch.null_) return fail_errno(ErrorKind::environment, "cannot open /dev/null", errno);
  std::vector<Descriptor>& descriptors = launch.request_.descriptors;
  for (int target = 0; target <= 2; ++target) {
    const bool named = std::any_of(descriptors.begin(), descriptors.end(),
                                   [&](const Descriptor& d) { return d.target == target; });
    if (!named) descriptors.push_back({launch.null_.get(), target});
  }
  std::sort(descriptors.begin(), descriptors.end(),
            [](const Descriptor& a, const Descriptor& b) { return a.target < b.target; });
  if (descriptors.front().target < 0 || descriptors.back().target >= kExecutable) {
    return fail(ErrorKind::internal, fmt::format("cannot start {}", request.argv[0]),
                fmt::format("descriptors of a confined program lie in 0..{}", kExecutable - 1));
  }
  launch.parked_.resize(descriptors.size());
  return launch;
}

void Launch::become_program() {
  failure_in_child_ = failure_.get();
  ::setsid();  // Ctrl-C in the harness's terminal is the harness's business
  reset_signals();
  sigset_t all;
  ::sigfillset(&all);
  ::sigprocmask(SIG_SETMASK, &all, nullptr);
  check(Stage::namespaces, namespaces_.enter());

  Watch watch{report_.get(), -1, -1, -1};
  const pid_t warden = ::getpid();
  if (namespaces_.set().has_pid()) {
    int leash[2];
    check(Stage::processes, ::pipe2(leash, O_CLOEXEC) == 0 ? 0 : errno);
    watch.leash = leash[1];
    // The first child of a process that has entered a new pid namespace is its init.
    watch.init = fork_raw();
    check(Stage::processes, watch.init >= 0 ? 0 : errno);
    if (watch.init == 0) live_as_init(leash[0]);
  } else {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  }
  watch.program = fork_raw();
  check(Stage::processes, watch.program >= 0 ? 0 : errno);
  if (watch.program > 0) live_as_warden(watch);
  confine_program(warden);
}

// Each step takes away something that a later one does not need. PR_SET_DUMPABLE is not among them: exec sets
// it again. Other confined programs cannot trace this one because Landlock, namespaces and the filter forbid
// it.
void Launch::confine_program(pid_t warden) {
  const Policy& policy = request_.policy;
  ::setsid();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  // The warden may have died just before. (With a pid namespace the init would have taken us along.)
  if (!namespaces_.set().has_pid() && ::getppid() != warden) ::_exit(1);
  ::umask(022);
  check(Stage::folder, ::chdir(request_.working_folder.c_str()) == 0 ? 0 : errno);
  volunteer_for_oom();
  raise_own_descriptor_limit();
  check(Stage::limits, apply_limits(policy, (namespaces_.set().flags & CLONE_NEWUSER) != 0));
  check(Stage::privileges, ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno);
  check(Stage::privileges, drop_capabilities());
  check(Stage::files, rules_.apply());
  check(Stage::descriptors, arrange_descriptors());
  check(Stage::limits, limit_descriptors(policy.open_files));
  reset_signals();
  replace_pid(filter_, kOwnPidPlaceholder, static_cast<std::uint32_t>(::getpid()));
  check(Stage::filter, install_filter(filter_));
}

int Launch::arrange_descriptors() {
  const std::vector<Descriptor>& wanted = request_.descriptors;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    parked_[i] = ::fcntl(wanted[i].source, F_DUPFD_CLOEXEC, kParking);
    if (parked_[i] < 0) return errno;
  }
  int executable = -1;
  if (request_.executable_descriptor) {
    executable = ::fcntl(*request_.executable_descriptor, F_DUPFD_CLOEXEC, kParking);
    if (executable < 0) return errno;
  }
  const int failure = ::fcntl(failure_in_child_, F_DUPFD_CLOEXEC, kParking);
  if (failure < 0) return errno;
  failure_in_child_ = failure;

  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (::dup2(parked_[i], wanted[i].target) < 0) return errno;
  }
  if (executable >= 0 && ::dup3(executable, kExecutable, O_CLOEXEC) < 0) return errno;

  // Whatever lies between and above the wanted ones must not survive the exec.
  unsigned from = 0;
  for (const Descriptor& descriptor : wanted) {
    const auto target = static_cast<unsigned>(descriptor.target);
    if (target > from && ::close_range(from, target - 1, CLOSE_RANGE_CLOEXEC) != 0) return errno;
    from = target + 1;
  }
  return ::close_range(from, ~0U, CLOSE_RANGE_CLOEXEC) == 0 ? 0 : errno;
}

void Launch::report_failed_exec(int error_number) const {
  fail_in_child(Stage::exec, error_number);
}

void Launch::check(Stage stage, int error_number) const {
  if (error_number != 0) fail_in_child(stage, error_number);
}

void Launch::fail_in_child(Stage stage, int error_number) const {
  const SetupFailure failure{stage, error_number};
  [[maybe_unused]] const ssize_t written = ::write(failure_in_child_, &failure, sizeof failure);
  ::_exit(127);
}

Error setup_error(const SetupFailure& failure, const std::string& program) {
  const auto error = [&](std::string what, std::string next) {
    return fail_errno(ErrorKind::environment, std::move(what), failure.error_number, std::move(next)).value();
  };
  const std::string in_the_sandbox = fmt::format("cannot start {} in the sandbox: ", program);
  switch (failure.stage) {
    case Stage::namespaces:
      return error(in_the_sandbox + "entering the namespaces", {});
    case Stage::processes:
      return error(in_the_sandbox + "starting its processes",
                   "is the limit of processes reached? see: ulimit -u");
    case Stage::folder:
      return error(in_the_sandbox + "entering its working folder", {});
    case Stage::limits:
      return error(in_the_sandbox + "setting its limits", {});
    case Stage::privileges:
      return error(in_the_sandbox + "giving up privileges", {});
    case Stage::files:
      return error(in_the_sandbox + "restricting its files (Landlock)", {});
    case Stage::descriptors:
      return error(in_the_sandbox + "passing descriptors",
                   "is the limit of open files too low? see: ulimit -n");
    case Stage::filter:
      return error(in_the_sandbox + "installing the seccomp filter", {});
    case Stage::exec:
      break;
  }
  return error(fmt::format("cannot execute {}", program), {});
}

}  // namespace effk::sandbox
