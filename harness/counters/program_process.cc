#include "harness/counters/program_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <string_view>

#include "harness/base/unique_fd.h"

extern char** environ;

namespace effk::counters {
namespace {

constexpr std::array kEndingSignals = {SIGINT, SIGQUIT, SIGTERM, SIGHUP};

// Of the program that runs; 0: none.
std::atomic<pid_t> running_program{0};

// The terminal sends to the whole group, so the program has such a signal already.
void send_on(int signal_number, siginfo_t* info, void*) {
  const pid_t program = running_program;
  const int saved_errno = errno;
  if (info->si_code <= 0 && program > 0 && info->si_pid != program) ::kill(program, signal_number);
  errno = saved_errno;
}

// While it lives, signals that would end this process are the program's.
class SignalsForProgram {
 public:
  // They wait until there is a process to send them to; `program_mask` is what the program starts with.
  explicit SignalsForProgram(sigset_t& program_mask) {
    sigset_t ending;
    ::sigemptyset(&ending);
    for (const int signal_number : kEndingSignals) ::sigaddset(&ending, signal_number);
    ::sigprocmask(SIG_BLOCK, &ending, &mask_);
    program_mask = mask_;
  }

  void send_to(pid_t program) {
    running_program = program;
    for (std::size_t i = 0; i < kEndingSignals.size(); ++i) {
      struct sigaction action = {};
      action.sa_sigaction = send_on;
      action.sa_flags = SA_SIGINFO | SA_RESTART;
      ::sigaction(kEndingSignals[i], nullptr, &before_[i]);
      // What this process was told to ignore (nohup) the program ignores too.
      if (before_[i].sa_handler != SIG_IGN) ::sigaction(kEndingSignals[i], &action, nullptr);
    }
    ::sigprocmask(SIG_SETMASK, &mask_, nullptr);
  }

  ~SignalsForProgram() {
    if (running_program != 0) {
      for (std::size_t i = 0; i < kEndingSignals.size(); ++i) {
        ::sigaction(kEndingSignals[i], &before_[i], nullptr);
      }
    }
    running_program = 0;
    ::sigprocmask(SIG_SETMASK, &mask_, nullptr);
  }
  SignalsForProgram(const SignalsForProgram&) = delete;
  SignalsForProgram& operator=(const SignalsForProgram&) = delete;

 private:
  sigset_t mask_ = {};
  std::array<struct sigaction, kEndingSignals.size()> before_ = {};
};

struct Pipe {
  UniqueFd reader;
  UniqueFd writer;
};

Result<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return fail_errno(ErrorKind::environment, "cannot start a program", errno);
  }
  return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

std::string_view name_of(const std::string& variable) {
  return std::string_view(variable).substr(0, variable.find('=') + 1);
}

// This process's environment, with what the instrument sets instead of variables of the same name.
std::vector<char*> environment_with(const std::vector<std::string>& added) {
  std::vector<char*> all;
  for (char** one = environ; *one != nullptr; ++one) {
    const bool replaced = std::any_of(added.begin(), added.end(), [one](const std::string& variable) {
      return std::string_view(*one).starts_with(name_of(variable));
    });
    if (!replaced) all.push_back(*one);
  }
  for (const std::string& one : added) all.push_back(const_cast<char*>(one.c_str()));
  all.push_back(nullptr);
  return all;
}

int wait_for(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

Result<int> run_program(const ProgramStart& start) {
  auto go = make_pipe();
  if (!go) return tl::unexpected(go.error());
  auto trouble = make_pipe();
  if (!trouble) return tl::unexpected(trouble.error());
  std::vector<char*> arguments;
  for (const std::string& one : start.arguments) arguments.push_back(const_cast<char*>(one.c_str()));
  arguments.push_back(nullptr);
  const std::vector<char*> environment = environment_with(start.environment);
  const pid_t parent = ::getpid();
  sigset_t mask;
  SignalsForProgram signals(mask);
  const pid_t process = ::fork();
  if (process < 0) return fail_errno(ErrorKind::environment, "cannot start a program", errno);
  if (process == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    go->writer.reset();
    char byte = 0;
    if (::read(go->reader.get(), &byte, 1) != 1) ::_exit(1);
    if (start.inherited_descriptor >= 0) ::fcntl(start.inherited_descriptor, F_SETFD, 0);
    ::signal(SIGPIPE, SIG_DFL);  // which effk ignores
    ::sigprocmask(SIG_SETMASK, &mask, nullptr);
    ::execve(start.file.c_str(), arguments.data(), environment.data());
    const int error_number = errno;
    [[maybe_unused]] const ssize_t told = ::write(trouble->writer.get(), &error_number, sizeof error_number);
    ::_exit(1);
  }
  trouble->writer.reset();
  if (start.before_start) {
    if (auto ready = start.before_start(process); !ready) {
      go->writer.reset();
      wait_for(process);
      return tl::unexpected(ready.error());
    }
  }
  signals.send_to(process);
  [[maybe_unused]] const ssize_t told = ::write(go->writer.get(), "g", 1);
  int error_number = 0;
  const ssize_t got = ::read(trouble->reader.get(), &error_number, sizeof error_number);
  const int status = wait_for(process);
  if (got == sizeof error_number) {
    return fail_errno(ErrorKind::bad_input, fmt::format("cannot execute {}", start.file), error_number);
  }
  return status;
}

}  // namespace effk::counters
