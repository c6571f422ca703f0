// Every way to get another process or program.
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sched.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  bool got = false;

  got |= fork() >= 0;
  got |= vfork() >= 0;
  got |= syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0;
  got |= syscall(SYS_clone3, nullptr, 0) >= 0;
  got |= system("true") == 0;
  pid_t child = 0;
  char name[] = "/bin/true";
  char* arguments[] = {name, nullptr};
  char* environment[] = {nullptr};
  got |= posix_spawn(&child, name, nullptr, nullptr, arguments, environment) == 0;
  execve(name, arguments, environment);
  if (got) return -1;
  return solve(values);
}
