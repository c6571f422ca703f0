#include "harness/sandbox/child_handle.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string_view>

namespace effk::sandbox {

Result<ChildHandle> ChildHandle::hold(pid_t pid) {
  UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (!pidfd)
    return fail_errno(ErrorKind::environment, "cannot hold on to a child process", errno,
                      "Linux 5.3 or later is needed");
  return ChildHandle(pid, std::move(pidfd));
}

Result<void> ChildHandle::limit(const ChildLimits& limits) const {
  const auto set = [&](__rlimit_resource resource, std::uint64_t soft, std::uint64_t hard) {
    const struct rlimit limit = {soft, hard};
    return ::prlimit(pid_, resource, &limit, nullptr) == 0;
  };
  // The hard CPU limit kills a child that catches the soft one's signal.
  if (set(RLIMIT_FSIZE, limits.file_size_bytes, limits.file_size_bytes) &&
      set(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1)) {
    return {};
  }
  if (errno == ESRCH) return {};
  return fail_errno(ErrorKind::environment, "cannot limit a child process", errno);
}

std::uint64_t ChildHandle::resident_bytes() const {
  std::FILE* file = std::fopen(fmt::format("/proc/{}/statm", pid_).c_str(), "re");
  if (file == nullptr) return 0;
  unsigned long total = 0;
  unsigned long resident = 0;
  const int fields = std::fscanf(file, "%lu %lu", &total, &resident);
  std::fclose(file);
  return fields == 2 ? resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

ChildHandle::State ChildHandle::state() const {
  std::FILE* file = std::fopen(fmt::format("/proc/{}/stat", pid_).c_str(), "re");
  if (file == nullptr) return State::is_away;
  char line[256] = {};
  const std::size_t bytes = std::fread(line, 1, sizeof line - 1, file);
  std::fclose(file);
  // The state follows the name, which is in parentheses and may hold some itself.
  const std::size_t name_end = std::string_view(line, bytes).rfind(") ");
  const char state = name_end == std::string_view::npos ? '?' : line[name_end + 2];
  if (state == 'R') return State::runs;
  return state == 'S' || state == 'T' || state == 't' ? State::sleeps : State::is_away;
}

std::optional<std::chrono::nanoseconds> ChildHandle::running_time() const {
  std::FILE* file = std::fopen(fmt::format("/proc/{}/schedstat", pid_).c_str(), "re");
  if (file == nullptr) return std::nullopt;
  long long running = 0;
  const int fields = std::fscanf(file, "%lld", &running);
  std::fclose(file);
  if (fields != 1) return std::nullopt;
  return std::chrono::nanoseconds(running);
}

void ChildHandle::kill() const {
  ::syscall(SYS_pidfd_send_signal, pidfd_.get(), SIGKILL, nullptr, 0);
}

}  // namespace effk::sandbox
