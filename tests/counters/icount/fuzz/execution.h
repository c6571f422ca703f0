// tests/counters/icount/fuzz/execution.h -- runs a program of the fuzzer natively, under icount, and step by
// step.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/unique_fd.h"

namespace effk::icount::fuzz {

struct Execution {
  int status = 0;  // as waitpid gives it
  std::string output;
  std::string errors;
  std::uint64_t instructions = 0;  // by icount
};

class Executor {
 public:
  Executor(std::filesystem::path icount, std::filesystem::path folder);

  // Where the program lies from now on.
  const std::filesystem::path& program() const { return program_; }
  void take(const std::string& elf) const;

  Execution natively() const;
  Execution under_icount(const std::vector<std::string>& options) const;
  // What a debugger steps through; a string instruction is one step for each iteration.
  std::uint64_t steps() const;

 private:
  Execution run(const std::vector<std::string>& command) const;

  std::filesystem::path icount_, program_, count_;
  UniqueFd output_, errors_;
};

}  // namespace effk::icount::fuzz
