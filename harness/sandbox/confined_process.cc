#include "harness/sandbox/confined_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/process/child.hpp>
#include <boost/process/error.hpp>
#include <boost/process/extend.hpp>
#include <cerrno>
#include <utility>

#include "harness/sandbox/launch.h"
#include "harness/sandbox/process_state.h"

namespace effk::sandbox {
namespace {

// How long the warden may take to kill everybody before it is killed itself.
constexpr std::chrono::seconds kPatienceWithWarden{10};

// Lets Boost.Process fork and execute, with all that lies between done by a Launch.
struct ConfiningHandler : boost::process::extend::handler {
  explicit ConfiningHandler(Launch& l) : launch(&l) {}

  template <typename Executor>
  void on_setup(Executor& executor) const {
    executor.exe = launch->file();
    executor.cmd_line = launch->arguments();
    executor.env = launch->environment();
  }
  template <typename Executor>
  void on_fork_error(Executor&, const std::error_code& error) {
    fork_error = error.value();
  }
  template <typename Executor>
  void on_exec_setup(Executor&) const {
    launch->become_program();
  }
  template <typename Executor>
  void on_exec_error(Executor&, const std::error_code& error) const {
    launch->report_failed_exec(error.value());
  }

  Launch* launch;
  int fork_error = 0;
};

struct Channel {
  UniqueFd ours;
  UniqueFd theirs;
};

Result<Channel> failure_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return fail_errno(ErrorKind::environment, "cannot make a pipe", errno);
  return Channel{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

Result<Channel> report_socket() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    return fail_errno(ErrorKind::environment, "cannot make a pair of sockets", errno);
  }
  return Channel{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

std::optional<Report> next_report(int socket) {
  Report report{};
  ssize_t count = 0;
  do {
    count = ::recv(socket, &report, sizeof report, 0);
  } while (count < 0 && errno == EINTR);
  if (count != static_cast<ssize_t>(sizeof report)) return std::nullopt;
  return report;
}

void reap(pid_t child) {
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
}

Error vanished(const std::string& name) {
  return {ErrorKind::environment, fmt::format("lost sight of {}", name),
          "the process that watches it was killed from outside",
          "is this machine short of memory? see: dmesg"};
}

}  // namespace

std::optional<int> ProcessEnd::exit_code() const {
  return WIFEXITED(wait_status) ? std::optional(WEXITSTATUS(wait_status)) : std::nullopt;
}

std::optional<int> ProcessEnd::signal() const {
  return WIFSIGNALED(wait_status) ? std::optional(WTERMSIG(wait_status)) : std::nullopt;
}

Result<ConfinedProcess> ConfinedProcess::start(const ProcessRequest& request) {
  auto failures = failure_pipe();
  if (!failures) return tl::unexpected(failures.error());
  auto reports = report_socket();
  if (!reports) return tl::unexpected(reports.error());
  pid_t warden = -1;
  {
    auto launch = Launch::prepare(request, std::move(reports->theirs), std::move(failures->theirs));
    if (!launch) return tl::unexpected(launch.error());
    ConfiningHandler handler(*launch);
    const SignalsBlocked blocked;
    // ignore_error: Boost's own error pipe would be inherited by other threads' children; ours tells more.
    boost::process::child child(handler, boost::process::ignore_error);
    if (!child.valid()) {
      return fail_errno(ErrorKind::environment, fmt::format("cannot start {}", request.argv[0]),
                        handler.fork_error, "is the limit of processes reached? see: ulimit -u");
    }
    warden = child.id();
    child.detach();
  }  // our copies of the child's ends close here

  SetupFailure failure{};
  ssize_t count = 0;
  do {
    count = ::read(failures->ours.get(), &failure, sizeof failure);
  } while (count < 0 && errno == EINTR);
  if (count == static_cast<ssize_t>(sizeof failure)) {
    reports->ours.reset();
    reap(warden);
    const bool by_descriptor = request.executable_descriptor || request.executable.empty();
    return tl::unexpected(
        setup_error(failure, by_descriptor ? request.argv[0] : request.executable.string()));
  }
  const auto started = next_report(reports->ours.get());
  if (!started) {
    ::kill(warden, SIGKILL);
    reap(warden);
    return tl::unexpected(vanished(request.argv[0]));
  }
  return ConfinedProcess(request.argv[0], warden, started->program, std::move(reports->ours));
}

ConfinedProcess::ConfinedProcess(std::string name, pid_t warden, pid_t program, UniqueFd report)
    : name_(std::move(name)), warden_(warden), program_(program), report_(std::move(report)) {}

ConfinedProcess::ConfinedProcess(ConfinedProcess&& other) noexcept
    : name_(std::move(other.name_)),
      warden_(std::exchange(other.warden_, -1)),
      program_(std::exchange(other.program_, -1)),
      report_(std::move(other.report_)),
      end_(std::exchange(other.end_, std::nullopt)) {}

ConfinedProcess& ConfinedProcess::operator=(ConfinedProcess&& other) noexcept {
  if (this != &other) {
    finish();
    name_ = std::move(other.name_);
    warden_ = std::exchange(other.warden_, -1);
    program_ = std::exchange(other.program_, -1);
    report_ = std::move(other.report_);
    end_ = std::exchange(other.end_, std::nullopt);
  }
  return *this;
}

ConfinedProcess::~ConfinedProcess() {
  finish();
}

void ConfinedProcess::kill_all() {
  if (report_) ::shutdown(report_.get(), SHUT_WR);
}

Result<ProcessEnd> ConfinedProcess::wait() {
  return read_end();
}

Result<std::optional<ProcessEnd>> ConfinedProcess::wait_for(std::chrono::milliseconds patience) {
  if (!end_) {
    pollfd event{report_.get(), POLLIN, 0};
    const auto deadline = std::chrono::steady_clock::now() + patience;
    int ready = 0;
    do {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
      ready = ::poll(&event, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) return std::optional<ProcessEnd>();
  }
  auto end = read_end();
  if (!end) return tl::unexpected(end.error());
  return std::optional(*end);
}

Result<ProcessEnd> ConfinedProcess::read_end() {
  if (!end_) {
    if (warden_ < 0) return tl::unexpected(vanished(name_));
    const auto report = next_report(report_.get());
    reap(std::exchange(warden_, -1));
    if (!report) return tl::unexpected(vanished(name_));
    end_ = report->end;
  }
  return *end_;
}

void ConfinedProcess::finish() {
  if (warden_ < 0) return;
  kill_all();
  const auto end = wait_for(kPatienceWithWarden);
  if (end && *end) return;
  if (warden_ < 0) return;
  ::kill(warden_, SIGKILL);
  reap(std::exchange(warden_, -1));
}

}  // namespace effk::sandbox
