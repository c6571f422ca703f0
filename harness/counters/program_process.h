// harness/counters/program_process.h -- runs a program as if its caller had: same standard streams,
// environment and working folder, and the signals meant for it.
//
//   Scope    not confined in any way; it ends with this process.
//   Errors   environment, if it cannot be started; bad_input, if the kernel does not execute the file.
//   Threads  one thread at a time: signal handlers are replaced while the program runs.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace effk::counters {

struct ProgramStart {
  std::string file;                      // a path to execute
  std::vector<std::string> arguments;    // with [0]
  std::vector<std::string> environment;  // NAME=value, besides this process's own
  int inherited_descriptor = -1;         // keeps its number in the program
  // Called before the program's first instruction, while the process waits.
  std::function<Result<void>(pid_t)> before_start;
};

// Returns the wait status of the program. Ctrl-C reaches the program as well as this process, which ignores
// it: the program decides. A signal that another process sends to this one to end it is sent on.
Result<int> run_program(const ProgramStart& start);

}  // namespace effk::counters
