// A program that tries what its arguments say, and prints or returns how it went. Built plain: no library of
// the harness is in it.
#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

// The errno of a call that gives -1, else 0; as exit status it tells the test how the attempt went.
template <typename Number>
int outcome(Number answer) {
  return answer < 0 ? errno : 0;
}

int read_path(const char* path) {
  const int fd = ::open(path, O_RDONLY);
  if (fd < 0) return errno;
  char text[256];
  const ssize_t count = ::read(fd, text, sizeof text);
  if (count < 0) return errno;
  std::fwrite(text, 1, static_cast<std::size_t>(count), stdout);
  return 0;
}

int write_path(const char* path) {
  const int fd = ::open(path, O_WRONLY | O_CREAT, 0644);
  if (fd < 0) return errno;
  return outcome(::write(fd, "x", 1));
}

int flood(std::size_t bytes) {
  const std::string block(1 << 16, 'y');
  for (std::size_t written = 0; written < bytes; written += block.size()) {
    if (::write(1, block.data(), block.size()) < 0) return errno;
  }
  return 0;
}

// Takes memory until it is refused, then says how many MiB it got.
int take_memory() {
  int taken = 0;
  while (taken < 4096) {
    void* block = ::mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED) break;
    std::memset(block, 1, 1 << 20);
    ++taken;
  }
  std::printf("%d", taken);
  return 0;
}

[[noreturn]] void stay() {
  for (;;) ::pause();
}

// Processes in their own sessions, orphaned, holding stdout: what a kill by process group would miss.
int leave_orphans(int count) {
  for (int i = 0; i < count; ++i) {
    if (::fork() != 0) continue;
    ::setsid();
    if (::fork() != 0) ::_exit(0);
    stay();
  }
  while (::wait(nullptr) > 0) {
  }
  return 0;
}

// Every process forks for ever; a pipe of tokens keeps the number alive bounded, for the sake of the machine
// on which a broken sandbox is tested.
[[noreturn]] void bomb() {
  int tokens[2];
  if (::pipe(tokens) != 0) ::_exit(1);
  for (int i = 0; i < 200; ++i) {
    if (::write(tokens[1], "t", 1) != 1) ::_exit(1);
  }
  char token = 0;
  for (;;) {
    if (::read(tokens[0], &token, 1) == 1) ::fork();
  }
}

int list_descriptors() {
  for (int fd = 0; fd < 1024; ++fd) {
    if (::fcntl(fd, F_GETFD) >= 0) std::printf("%d ", fd);
  }
  return 0;
}

int print_state() {
  rlimit stack{}, core{};
  ::getrlimit(RLIMIT_STACK, &stack);
  ::getrlimit(RLIMIT_CORE, &core);
  cpu_set_t cpus;
  ::sched_getaffinity(0, sizeof cpus, &cpus);
  FILE* status = std::fopen("/proc/self/status", "r");
  char line[256];
  while (status != nullptr && std::fgets(line, sizeof line, status) != nullptr) {
    if (std::strncmp(line, "Cap", 3) == 0 || std::strncmp(line, "NoNewPrivs", 10) == 0)
      std::fputs(line, stdout);
  }
  std::printf("stack %llu core %llu cpus %d uid %u\n", static_cast<unsigned long long>(stack.rlim_cur),
              static_cast<unsigned long long>(core.rlim_cur), CPU_COUNT(&cpus), ::getuid());
  return 0;
}

int try_clone(unsigned long flags) {
  const long child = ::syscall(SYS_clone, flags | SIGCHLD, 0, 0, 0, 0);
  if (child == 0) ::_exit(0);
  return outcome(child);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  const char* argument = argc > 2 ? argv[2] : "";
  const long number = std::strtol(argument, nullptr, 10);
  if (what == "exit") return static_cast<int>(number);
  if (what == "raise") return ::raise(static_cast<int>(number));
  if (what == "abort") std::abort();
  if (what == "echo") {
    char text[4096];
    for (ssize_t n = ::read(0, text, sizeof text); n > 0; n = ::read(0, text, sizeof text)) {
      if (::write(1, text, static_cast<std::size_t>(n)) != n) return errno;
    }
    return 0;
  }
  if (what == "read") return read_path(argument);
  if (what == "write") return write_path(argument);
  if (what == "chmod") return outcome(::chmod(argument, 0600));
  if (what == "symlink") return outcome(::symlink("/etc/passwd", argument));
  if (what == "exec") return outcome(::execl(argument, argument, nullptr));
  if (what == "socket") return outcome(::socket(static_cast<int>(number), SOCK_STREAM, 0));
  if (what == "kill") return outcome(::kill(static_cast<pid_t>(number), SIGKILL));
  if (what == "ptrace") return outcome(::ptrace(PTRACE_ATTACH, static_cast<pid_t>(number), 0, 0));
  if (what == "prlimit") {
    rlimit64 zero{};
    return outcome(::prlimit64(static_cast<pid_t>(number), RLIMIT_NOFILE, &zero, nullptr));
  }
  if (what == "unshare") return outcome(::unshare(CLONE_NEWUSER));
  if (what == "clone") return try_clone(std::strtoul(argument, nullptr, 0));
  if (what == "flood") return flood(static_cast<std::size_t>(number));
  if (what == "memory") return take_memory();
  if (what == "stay") stay();
  if (what == "spin") {
    for (;;) asm volatile("");
  }
  if (what == "orphans") return leave_orphans(static_cast<int>(number));
  if (what == "orphans-and-stay") {
    leave_orphans(3);
    if (::write(1, "ready\n", 6) != 6) return 1;
    stay();
  }
  if (what == "bomb") bomb();
  if (what == "fds") return list_descriptors();
  if (what == "state") return print_state();
  if (what == "address") {
    int local = 0;
    std::printf("%p %p %p", static_cast<void*>(&local), reinterpret_cast<void*>(&print_state),
                std::malloc(1));
    return 0;
  }
  if (what == "environment") {
    for (char** entry = environ; *entry != nullptr; ++entry) std::printf("%s\n", *entry);
    return 0;
  }
  if (what == "folder") {
    std::vector<char> text(4096);
    std::puts(::getcwd(text.data(), text.size()));
    return 0;
  }
  return 99;
}
