#include "tests/counters/icount/fuzz/execution.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace effk::icount::fuzz {
namespace {

constexpr rlim_t kSeconds = 20;  // of the processor; no program takes so long

std::string contents(int fd) {
  struct stat about {};
  ::fstat(fd, &about);
  std::string text(static_cast<std::size_t>(about.st_size), '\0');
  if (::pread(fd, text.data(), text.size(), 0) != about.st_size)
    throw std::runtime_error("cannot read the output");
  return text;
}

void empty(int fd) {
  if (::ftruncate(fd, 0) != 0 || ::lseek(fd, 0, SEEK_SET) != 0)
    throw std::runtime_error("cannot empty a file");
}

[[noreturn]] void become(const std::vector<std::string>& command, int output, int errors) {
  const rlimit limit{kSeconds, kSeconds};
  ::setrlimit(RLIMIT_CPU, &limit);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::dup2(output, 1);
  ::dup2(errors, 2);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  char* const environment[] = {nullptr};
  ::execve(arguments[0], arguments.data(), environment);
  ::_exit(127);
}

// A debugger and what it steps through are quickest on the same processor.
class OnOneProcessor {
 public:
  OnOneProcessor() {
    ::sched_getaffinity(0, sizeof before_, &before_);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(::sched_getcpu()), &one);
    ::sched_setaffinity(0, sizeof one, &one);
  }
  ~OnOneProcessor() { ::sched_setaffinity(0, sizeof before_, &before_); }
  OnOneProcessor(const OnOneProcessor&) = delete;
  OnOneProcessor& operator=(const OnOneProcessor&) = delete;

 private:
  cpu_set_t before_{};
};

}  // namespace

Executor::Executor(std::filesystem::path icount, std::filesystem::path folder)
    : icount_(std::move(icount)),
      program_(folder / "program"),
      count_(folder / "count"),
      output_(::memfd_create("output", MFD_CLOEXEC)),
      errors_(::memfd_create("errors", MFD_CLOEXEC)) {}

void Executor::take(const std::string& elf) const {
  const UniqueFd file(::open(program_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700));
  if (::write(file.get(), elf.data(), elf.size()) != static_cast<ssize_t>(elf.size())) {
    throw std::runtime_error("cannot write " + program_.string());
  }
}

Execution Executor::run(const std::vector<std::string>& command) const {
  empty(output_.get());
  empty(errors_.get());
  const pid_t child = ::fork();
  if (child == 0) become(command, output_.get(), errors_.get());
  Execution execution;
  ::waitpid(child, &execution.status, 0);
  execution.output = contents(output_.get());
  execution.errors = contents(errors_.get());
  return execution;
}

Execution Executor::natively() const {
  return run({program_.string()});
}

Execution Executor::under_icount(const std::vector<std::string>& options) const {
  std::vector<std::string> command{icount_.string(), "--output=" + count_.string()};
  command.insert(command.end(), options.begin(), options.end());
  command.insert(command.end(), {"--", program_.string()});
  const UniqueFd count(::open(count_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  Execution execution = run(command);
  execution.instructions = std::strtoull(contents(count.get()).c_str(), nullptr, 10);
  return execution;
}

std::uint64_t Executor::steps() const {
  const OnOneProcessor here;
  empty(output_.get());
  const pid_t child = ::fork();
  if (child == 0) {
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    become({program_.string()}, output_.get(), errors_.get());
  }
  std::uint64_t steps = 0;
  int status = 0;
  for (::waitpid(child, &status, 0); WIFSTOPPED(status); ::waitpid(child, &status, 0)) {
    const int signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
    // Neither the instruction that faulted nor the way into the handler is one.
    steps -= signal == 0 ? 0 : 2;
    ::ptrace(PTRACE_SINGLESTEP, child, nullptr, static_cast<long>(signal));
    ++steps;
  }
  return steps;
}

}  // namespace effk::icount::fuzz
