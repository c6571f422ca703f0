// harness/sandbox/confined_process.h -- starts a program that can do nothing but what a Policy grants.
//
// toolchain/ starts drivers with it; run_tool() runs compilers, generators and checkers on top of it. When
// the object dies, is told to kill, or the harness itself is killed, then everything that the program started
// dies with it.
//
//   Unit     microseconds of CPU time, kibibytes of memory.
//   Scope    the program and all its descendants.
//   Errors   environment, when the machine refuses a part of the confinement or the program cannot be
//   executed.
//            What the program does afterwards is in its ProcessEnd.
//   Threads  an object belongs to one thread at a time; start() may be called by several at once. The program
//            does not depend on the thread that started it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"
#include "harness/sandbox/policy.h"

namespace effk::sandbox {

// The program finds the caller's descriptor `source` under the number `target`, below 500.
struct Descriptor {
  int source;
  int target;
};

struct ProcessRequest {
  // What the program sees as its arguments, the first being its name.
  std::vector<std::string> argv;
  // What is executed: a file (an absolute path; never looked for in PATH), or an open descriptor of an ELF
  // file, in which case no path of it enters the program's memory. Neither: the file argv[0]. The policy need
  // not list it.
  std::filesystem::path executable;
  std::optional<int> executable_descriptor;
  // "NAME=value"; exactly these.
  std::vector<std::string> environment;
  std::filesystem::path working_folder = "/";
  // 0, 1 and 2 are /dev/null unless named here; everything else is closed.
  std::vector<Descriptor> descriptors;
  Policy policy;
};

// How a program ended, with what it and the children it waited for have used.
struct ProcessEnd {
  int wait_status = 0;  // as waitpid gives it
  std::int64_t user_us = 0;
  std::int64_t system_us = 0;
  std::int64_t peak_kib = 0;

  // Exactly one of the two has a value.
  std::optional<int> exit_code() const;
  std::optional<int> signal() const;
};

class ConfinedProcess {
 public:
  // Returns when the program has been executed.
  static Result<ConfinedProcess> start(const ProcessRequest& request);

  ConfinedProcess(ConfinedProcess&& other) noexcept;
  ConfinedProcess& operator=(ConfinedProcess&& other) noexcept;
  // Kills and reaps what is left.
  ~ConfinedProcess();

  // The program's id as the harness sees it; inside it may have another one.
  pid_t pid() const { return program_; }

  // Becomes readable once the program has ended and everything it started is gone. For poll() only.
  int end_descriptor() const { return report_.get(); }

  // Orders the end of the program and all it started; returns at once.
  void kill_all();

  // Waits for the end; the second form for at most `patience`, and then returns nothing.
  Result<ProcessEnd> wait();
  Result<std::optional<ProcessEnd>> wait_for(std::chrono::milliseconds patience);

 private:
  ConfinedProcess(std::string name, pid_t warden, pid_t program, UniqueFd report);
  Result<ProcessEnd> read_end();
  void finish();

  std::string name_;
  pid_t warden_ = -1;  // our child, which watches the program; -1 once reaped
  pid_t program_ = -1;
  UniqueFd report_;
  std::optional<ProcessEnd> end_;
};

}  // namespace effk::sandbox
