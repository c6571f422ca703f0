#include "tests/counters/single_steps.h"

#include <sched.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include <map>

#include "harness/base/files.h"
#include "harness/base/unique_fd.h"

namespace effk::counters {
namespace {

constexpr long kOptions = PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
                          PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL;

struct Process {
  PlacedCalls calls;
  int signal = 0;  // that it was sent on with
};

// How many instructions the process has retired since its last stop; sets the signal that it goes on with.
std::uint64_t look_at(pid_t id, int status, Process& process) {
  const int signal = WSTOPSIG(status);
  const int given = process.signal;
  process.signal = 0;
  if (status >> 8 == (SIGTRAP | PTRACE_EVENT_SECCOMP << 8)) {
    process.calls.before(id);
    return 0;
  }
  if (status >> 16 != 0 || signal == SIGSTOP) return 0;  // within fork(), or a new child
  if (signal != SIGTRAP) {  // a fault, or a signal from outside: nothing was executed
    process.signal = signal;
    return 0;
  }
  process.calls.after(id);
  siginfo_t info{};
  if (given != 0) ::ptrace(PTRACE_GETSIGINFO, id, nullptr, &info);
  return info.si_code == SIGTRAP ? 0 : 1;  // else before the first instruction of a handler
}

// On the tracer's processor the program needs no call from one processor to another for each step.
void stay_on_one_processor(pid_t program) {
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(::sched_getcpu(), &one);
  ::sched_setaffinity(0, sizeof one, &one);
  ::sched_setaffinity(program, sizeof one, &one);
}

}  // namespace

Stepped single_steps(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                     const Places& places) {
  const UniqueFd output = memory_file("output").value();
  cpu_set_t before;
  ::sched_getaffinity(0, sizeof before, &before);
  const pid_t program = start_stopped(command, environment, output.get());
  Stepped result;
  ::waitpid(program, &result.wait_status, 0);
  if (WIFSTOPPED(result.wait_status)) {
    stay_on_one_processor(program);
    ::ptrace(PTRACE_SETOPTIONS, program, nullptr, kOptions);
    move_to(places, program);
    ::ptrace(PTRACE_SINGLESTEP, program, nullptr, nullptr);
  }
  std::map<pid_t, Process> processes;
  processes.emplace(program, Process{PlacedCalls(places)});
  int status = 0;
  for (pid_t id = 0; (id = ::waitpid(-1, &status, __WALL)) > 0;) {
    if (!WIFSTOPPED(status)) {
      if (WIFEXITED(status)) ++result.instructions;  // the system call that ended it
      if (id == program) result.wait_status = status;
      continue;
    }
    auto at = processes.find(id);
    if (at == processes.end()) {
      at = processes.emplace(id, processes.at(program)).first;
      at->second.calls.forget_mappings();
    }
    result.instructions += look_at(id, status, at->second);
    ::ptrace(PTRACE_SINGLESTEP, id, nullptr, at->second.signal);
  }
  ::sched_setaffinity(0, sizeof before, &before);
  result.output = read_descriptor(output.get(), 1 << 20);
  return result;
}

}  // namespace effk::counters
