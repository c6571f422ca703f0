#include "tests/program/effk_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "harness/base/files.h"

namespace effk {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kMostOutput = std::uint64_t{64} << 20;
constexpr std::chrono::milliseconds kStep{10};
// Wardens need a moment to see that effk is gone, and to end what they watch.
constexpr std::chrono::seconds kPatienceWithOrphans{15};

UniqueFd capture() {
  auto file = memory_file("captured");
  if (!file) throw std::runtime_error(error_text(file.error()));
  return std::move(*file);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

bool names(const std::vector<std::string>& environment, const std::string& prefix) {
  return std::any_of(environment.begin(), environment.end(),
                     [&](const std::string& one) { return one.starts_with(prefix); });
}

std::set<pid_t> children() {
  std::ifstream list("/proc/thread-self/children");
  std::set<pid_t> found;
  for (pid_t one = 0; list >> one;) found.insert(one);
  return found;
}

// Reaps orphans until none is left or patience is. `older`: children that effk did not leave.
int orphans_left(const std::set<pid_t>& older) {
  const auto deadline = Clock::now() + kPatienceWithOrphans;
  while (true) {
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    const std::set<pid_t> now = children();
    const auto left = std::count_if(now.begin(), now.end(), [&](pid_t one) { return older.count(one) == 0; });
    if (left == 0 || Clock::now() > deadline) return static_cast<int>(left);
    std::this_thread::sleep_for(kStep);
  }
}

}  // namespace

EffkProcess::EffkProcess(const Request& request)
    : out_(capture()), err_(capture()), older_children_(children()) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  std::vector<std::string> arguments = {request.program.string()};
  arguments.insert(arguments.end(), request.arguments.begin(), request.arguments.end());
  std::vector<std::string> environment = request.environment;
  if (!names(environment, "PATH=")) environment.emplace_back("PATH=/usr/bin:/bin");
  if (!names(environment, "EFFK_CACHE=")) environment.push_back("EFFK_CACHE=" + test_cache().string());
  const std::vector<char*> argv = pointers(arguments);
  const std::vector<char*> envp = pointers(environment);
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("cannot fork");
  if (pid_ == 0) {
    const int nothing = ::open("/dev/null", O_RDONLY);
    if (::chdir(request.folder.c_str()) != 0) ::_exit(126);
    ::dup2(nothing, 0);
    ::dup2(request.out < 0 ? out_.get() : request.out, 1);
    ::dup2(request.err < 0 ? err_.get() : request.err, 2);
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
}

EffkProcess::~EffkProcess() {
  if (has_ended()) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void EffkProcess::send(int signal_number) const {
  ::kill(pid_, signal_number);
}

bool EffkProcess::has_ended() {
  if (pid_ < 0) return true;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) != pid_) return false;
  pid_ = -1;
  status_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return true;
}

bool EffkProcess::says(const std::string& text, std::chrono::seconds patience) {
  const auto deadline = Clock::now() + patience;
  while (read_descriptor(err_.get(), kMostOutput).find(text) == std::string::npos) {
    if (has_ended() || Clock::now() > deadline) return false;
    std::this_thread::sleep_for(kStep);
  }
  return true;
}

EffkEnd EffkProcess::wait(std::chrono::seconds patience) {
  const auto deadline = Clock::now() + patience;
  while (!has_ended() && Clock::now() < deadline) std::this_thread::sleep_for(kStep);
  if (pid_ >= 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }
  EffkEnd end;
  end.status = status_;
  end.out = read_descriptor(out_.get(), kMostOutput);
  end.err = read_descriptor(err_.get(), kMostOutput);
  end.outlived_by = orphans_left(older_children_);
  return end;
}

EffkEnd run_effk(const EffkProcess::Request& request) {
  return EffkProcess(request).wait(std::chrono::seconds(300));
}

std::filesystem::path test_cache() {
  return EFFK_TEST_CACHE;
}

}  // namespace effk
