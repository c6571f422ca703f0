#include "harness/sandbox/warden.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "harness/sandbox/launch.h"

namespace effk::sandbox {
namespace {

// Kills each child that the kernel lists and returns how many; -1 if it keeps no list.
int kill_listed_children() {
  const int list = ::open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (list < 0) return -1;
  char text[4096];
  pid_t number = 0;
  int killed = 0;
  for (ssize_t count = ::read(list, text, sizeof text); count > 0; count = ::read(list, text, sizeof text)) {
    for (ssize_t i = 0; i < count; ++i) {
      if (text[i] >= '0' && text[i] <= '9') {
        number = number * 10 + (text[i] - '0');
      } else if (number > 0) {
        ::kill(number, SIGKILL);
        ++killed;
        number = 0;
      }
    }
  }
  ::close(list);
  return killed;
}

// As the reaper of all orphans the warden inherits the children of whomever it kills, so it ends when none is
// left. The list may miss one that arrives meanwhile; the next round has it.
void sweep() {
  for (;;) {
    const int killed = kill_listed_children();
    if (killed < 0) return;
    if (killed == 0) ::poll(nullptr, 0, 1);
    // Each of the killed is about to die, so waiting for one of them does not take long.
    pid_t reaped = ::waitpid(-1, nullptr, killed > 0 ? 0 : WNOHANG);
    while (reaped > 0) reaped = ::waitpid(-1, nullptr, WNOHANG);
    if (reaped < 0 && errno == ECHILD) return;
  }
}

std::int64_t microseconds(const timeval& time) {
  return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_usec;
}

}  // namespace

void live_as_init(int leash) {
  ::prctl(PR_SET_NAME, "effk-init", 0, 0, 0);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // it still has a copy of the harness's memory
  ::signal(SIGCHLD, SIG_IGN);            // orphans vanish without being waited for
  ::dup2(leash, 0);
  ::close_range(1, ~0U, 0);
  char nothing = 0;
  while (::read(0, &nothing, 1) < 0 && errno == EINTR) {
  }
  ::_exit(0);
}

void live_as_warden(const Watch& watch) {
  ::prctl(PR_SET_NAME, "effk-warden", 0, 0, 0);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // Everything but the two descriptors is closed, for a copy of a pipe's end held here would keep its reader
  // waiting. Parked high first, since either may have the other's new number.
  const int report = ::fcntl(watch.report, F_DUPFD_CLOEXEC, 10);
  const int leash = watch.leash < 0 ? -1 : ::fcntl(watch.leash, F_DUPFD_CLOEXEC, 10);
  ::dup2(report, 0);
  if (leash >= 0) ::dup2(leash, 1);
  ::close_range(leash >= 0 ? 2 : 1, ~0U, 0);

  Report message{watch.program, {}};
  ::send(0, &message, sizeof message, MSG_NOSIGNAL);

  const int program = static_cast<int>(::syscall(SYS_pidfd_open, watch.program, 0));
  pollfd events[2] = {{0, POLLIN | POLLRDHUP, 0}, {program, POLLIN, 0}};
  // Without the descriptor (an old kernel) the harness is asked now and then in between.
  bool ended = false;
  while (!ended) {
    const int ready = ::poll(events, 2, program < 0 ? 20 : -1);
    if (ready < 0 && errno != EINTR) break;
    if (events[0].revents != 0 || events[1].revents != 0) break;
    siginfo_t info{};
    ended = program < 0 &&
            ::waitid(P_PID, static_cast<id_t>(watch.program), &info, WEXITED | WNOWAIT | WNOHANG) == 0 &&
            info.si_pid != 0;
  }

  // Harmless if it has ended by itself. Until it is waited for, its id and the group of that number belong to
  // nobody else.
  ::kill(watch.program, SIGKILL);
  if (watch.init < 0) ::kill(-watch.program, SIGKILL);
  rusage used{};
  while (::wait4(watch.program, &message.end.wait_status, 0, &used) < 0 && errno == EINTR) {
  }
  if (watch.init > 0) {
    ::kill(watch.init, SIGKILL);
    // The kernel lets the init go only when nobody is left in its namespace.
    while (::waitpid(watch.init, nullptr, 0) < 0 && errno == EINTR) {
    }
  } else {
    sweep();
  }
  message.end.user_us = microseconds(used.ru_utime);
  message.end.system_us = microseconds(used.ru_stime);
  message.end.peak_kib = used.ru_maxrss;
  ::send(0, &message, sizeof message, MSG_NOSIGNAL);
  ::_exit(0);
}

}  // namespace effk::sandbox
