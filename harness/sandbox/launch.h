// harness/sandbox/launch.h -- the steps from a ProcessRequest to a confined program.
//
// Theory of operation. Three or four processes:
//
//   harness --fork--> warden --fork--> init      (only with a pid namespace: its process 1, does nothing)
//                        |----fork--> program    (confines itself, then exec)
//
// The harness forks the warden through Boost.Process. The warden enters the namespaces and forks; the
// program's process applies everything else to itself and returns to Boost.Process, which executes it. The
// warden never executes anything: it holds one end of the *report* socket and waits for one of two things.
//
//   - The program ends. The warden kills the init, and with it the kernel kills all others in the namespace;
//     without a pid namespace it is the reaper of all orphans and kills children until none is left. Then it
//     reports how the program ended. So whoever has the report knows that nobody is left.
//   - The harness orders the end by shutting its end of the socket, or dies, which closes it. Then the warden
//     kills the same way. (Not PR_SET_PDEATHSIG, which would fire when the *thread* that forked ends.)
//
// Should the warden itself be killed: the program has PR_SET_PDEATHSIG, and the init reads a pipe, the leash,
// that only the warden holds open; its end is the namespace's end. The program is not the init itself,
// because process 1 ignores its own abort() and other signals without a handler.
//
// A second channel, the *failure* pipe, closes by itself on exec: no bytes means that all went well.
//
// Everything here that runs after the first fork is async-signal-safe: the harness has many threads, and any
// of them may hold the lock of malloc at that moment. Whatever needs memory is laid out in the constructor.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"
#include "harness/sandbox/confined_process.h"
#include "harness/sandbox/landlock.h"
#include "harness/sandbox/namespaces.h"

namespace effk::sandbox {

enum class Stage : int {
  namespaces,
  processes,
  folder,
  limits,
  privileges,
  files,
  descriptors,
  filter,
  exec
};

// What travels through the failure pipe.
struct SetupFailure {
  Stage stage;
  int error_number;
};

// What travels through the report socket: first a message with the program's id, last one with its end.
struct Report {
  pid_t program;
  ProcessEnd end;
};

// Turns a failure into words. `program`: what was to be executed.
Error setup_error(const SetupFailure& failure, const std::string& program);

class Launch {
 public:
  static Result<Launch> prepare(const ProcessRequest& request, UniqueFd report, UniqueFd failure);

  // For Boost.Process, which calls execve with these.
  const char* file() const { return file_.c_str(); }
  char* const* arguments() const { return arguments_.data(); }
  char** environment() const { return const_cast<char**>(environment_.data()); }

  // In the child of the harness. The warden and the init stay inside for ever; the program returns.
  void become_program();
  // In the program's process, when exec has failed; ends it.
  [[noreturn]] void report_failed_exec(int error_number) const;

 private:
  explicit Launch(const ProcessRequest& request);
  void confine_program(pid_t warden);
  int arrange_descriptors();
  void check(Stage stage, int error_number) const;
  [[noreturn]] void fail_in_child(Stage stage, int error_number) const;

  ProcessRequest request_;  // owns what the pointers below point at
  std::string file_;
  std::vector<char*> arguments_;
  std::vector<char*> environment_;
  NamespacePlan namespaces_;
  Ruleset rules_;
  std::string filter_;
  UniqueFd null_;
  UniqueFd report_;
  UniqueFd failure_;
  int failure_in_child_ = -1;
  std::vector<int> parked_;  // scratch memory of arrange_descriptors()
};

}  // namespace effk::sandbox
