// tests/program/effk_process.h -- runs the real program, and knows what it leaves behind.
//
// The process that calls this becomes the reaper of every orphan that effk leaves, so that whoever outlives
// effk is found among its children.
//
//   Threads  one thread at a time.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "harness/base/unique_fd.h"

namespace effk {

struct EffkEnd {
  int status = -1;  // exit status; 128 + signal if one ended it; -1 if it did not end in time and was killed
  std::string out;
  std::string err;
  int outlived_by = 0;  // processes that were still there some seconds later
};

class EffkProcess {
 public:
  struct Request {
    std::vector<std::string> arguments = {};    // without the program's name
    std::vector<std::string> environment = {};  // NAME=value; PATH and EFFK_CACHE are set if not named here
    std::filesystem::path folder = "/";         // to run in
    std::filesystem::path program = EFFK_PROGRAM;
    int out = -1;  // descriptor that stdout goes to instead of into EffkEnd::out; it stays the caller's
    int err = -1;  // the same of stderr
  };
  explicit EffkProcess(const Request& request);
  ~EffkProcess();
  EffkProcess(const EffkProcess&) = delete;
  EffkProcess& operator=(const EffkProcess&) = delete;

  pid_t pid() const { return pid_; }
  void send(int signal_number) const;
  // Waits until stderr has `text` in it. False if the program ends without it or takes too long.
  bool says(const std::string& text, std::chrono::seconds patience);
  EffkEnd wait(std::chrono::seconds patience);

 private:
  bool has_ended();

  UniqueFd out_;
  UniqueFd err_;
  std::set<pid_t> older_children_;  // of this process
  pid_t pid_ = -1;
  int status_ = -1;
};

// The end of one command.
EffkEnd run_effk(const EffkProcess::Request& request);

// Where the tests of one build keep compiled samples and cases.
std::filesystem::path test_cache();

}  // namespace effk
