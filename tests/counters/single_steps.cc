#include "tests/counters/single_steps.h"

#include <elf.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <map>

#include "harness/base/files.h"
#include "harness/base/unique_fd.h"

namespace effk::counters {
namespace {

using Word = std::uint64_t;

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> all;
  for (const std::string& text : strings) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

class Stack {
 public:
  explicit Stack(pid_t child) : child_(child) {}
  Word at(Word address) const {
    return static_cast<Word>(::ptrace(PTRACE_PEEKDATA, child_, address, nullptr));
  }
  void put(Word address, Word value) const { ::ptrace(PTRACE_POKEDATA, child_, address, value); }

 private:
  pid_t child_;
};

// Writes the words that a new program finds on its stack again, as icount's loader does: with less in the
// auxiliary vector than the kernel tells (the loops over it take as many instructions), and at the same
// distance from the end of the stack (what the C library does for a string on the stack depends on its
// alignment).
void give_the_same_vector(pid_t child) {
  user_regs_struct registers{};
  ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
  const Stack stack(child);
  std::vector<Word> words;
  Word at = registers.rsp;
  const Word first_text = stack.at(at + 8);
  for (; words.size() < stack.at(registers.rsp) + 2; at += 8) words.push_back(stack.at(at));
  for (; stack.at(at) != 0; at += 8) words.push_back(stack.at(at));
  words.push_back(0);
  std::map<Word, Word> values;
  for (at += 8; stack.at(at) != AT_NULL; at += 16) values[stack.at(at)] = stack.at(at + 8);
  const Word seed[2] = {stack.at(values[AT_RANDOM]), stack.at(values[AT_RANDOM] + 8)};
  const Word platform = first_text - sizeof "x86_64";
  const Word random = (platform & ~Word{15}) - 16;
  values[AT_HWCAP2] = 0;
  values[AT_MINSIGSTKSZ] = 2048;
  values[AT_PLATFORM] = platform;
  values[AT_RANDOM] = random;
  const bool odd = words.size() % 2 != 0;
  for (const Word type : {AT_HWCAP,  AT_PAGESZ, AT_CLKTCK, AT_PHDR,     AT_PHENT,       AT_PHNUM, AT_BASE,
                          AT_FLAGS,  AT_ENTRY,  AT_UID,    AT_EUID,     AT_GID,         AT_EGID,  AT_SECURE,
                          AT_RANDOM, AT_HWCAP2, AT_EXECFN, AT_PLATFORM, AT_MINSIGSTKSZ, AT_NULL}) {
    words.push_back(type);
    words.push_back(values[type]);
  }
  if (odd) words.push_back(0);
  Word name = 0;
  memcpy(&name, "x86_64", sizeof "x86_64");
  stack.put(platform, (stack.at(platform) & 0xff00'0000'0000'0000) | name);
  stack.put(random, seed[0]);
  stack.put(random + 8, seed[1]);
  registers.rsp = random - 8 * words.size();
  for (std::size_t i = 0; i < words.size(); ++i) stack.put(registers.rsp + 8 * i, words[i]);
  ::ptrace(PTRACE_SETREGS, child, nullptr, &registers);
}

// The child of a fork, up to the program's first instruction.
[[noreturn]] void become(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                         int output) {
  ::personality(ADDR_NO_RANDOMIZE | ADDR_COMPAT_LAYOUT);  // libraries upwards in the order of their loading
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::dup2(nothing, 0);
  ::dup2(output, 1);
  ::dup2(output, 2);
  ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
  ::execve(command.front().c_str(), pointers(command).data(), pointers(environment).data());
  ::_exit(127);
}

// One stop of a traced process: how many instructions it has retired since the one before, and the signal
// that it goes on with.
struct Stop {
  std::uint64_t retired = 0;
  int signal = 0;
};

Stop look_at(pid_t process, int status, int given_signal) {
  const int signal = WSTOPSIG(status);
  if (status >> 16 != 0) return {};           // at a fork, within the system call
  if (signal == SIGSTOP) return {};           // a new child
  if (signal != SIGTRAP) return {0, signal};  // a fault, or a signal from outside: nothing was executed
  siginfo_t info{};
  if (given_signal != 0) ::ptrace(PTRACE_GETSIGINFO, process, nullptr, &info);
  return {info.si_code == SIGTRAP ? 0U : 1U, 0};  // else at the first instruction of a handler
}

// On the tracer's processor the child needs no call from one processor to another for each step.
void stay_on_one_processor(pid_t child) {
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(::sched_getcpu(), &one);
  ::sched_setaffinity(0, sizeof one, &one);
  ::sched_setaffinity(child, sizeof one, &one);
}

}  // namespace

Stepped single_steps(const std::vector<std::string>& command, const std::vector<std::string>& environment) {
  const UniqueFd output = memory_file("output").value();
  cpu_set_t before;
  ::sched_getaffinity(0, sizeof before, &before);
  const pid_t program = ::fork();
  if (program == 0) become(command, environment, output.get());
  Stepped result;
  ::waitpid(program, &result.wait_status, 0);
  if (WIFSTOPPED(result.wait_status)) {
    stay_on_one_processor(program);
    give_the_same_vector(program);
    ::ptrace(PTRACE_SETOPTIONS, program, nullptr,
             PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
    ::ptrace(PTRACE_SINGLESTEP, program, nullptr, nullptr);
  }
  std::map<pid_t, int> given;  // the signal that a process was sent on with
  int status = 0;
  for (pid_t process = 0; (process = ::waitpid(-1, &status, __WALL)) > 0;) {
    if (!WIFSTOPPED(status)) {
      if (WIFEXITED(status)) ++result.instructions;  // the system call that ended it
      if (process == program) result.wait_status = status;
      continue;
    }
    int& signal = given[process];
    const Stop stop = look_at(process, status, signal);
    result.instructions += stop.retired;
    signal = stop.signal;
    ::ptrace(PTRACE_SINGLESTEP, process, nullptr, stop.signal);
  }
  ::sched_setaffinity(0, sizeof before, &before);
  result.output = read_descriptor(output.get(), 1 << 20);
  return result;
}

}  // namespace effk::counters
