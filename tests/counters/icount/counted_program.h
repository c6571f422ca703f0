// tests/counters/icount/counted_program.h -- the programs that icount's exactness is shown with, and how to
// run one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/counters/single_steps.h"

namespace effk::counters {

struct CountedProgram {
  std::string name;
  std::vector<std::string> command;
  bool is_short = false;  // few enough steps for a debugger to take them in a test
};

// The dynamic loader and the C library look at the same processor and at nothing that the kernel adds.
const std::vector<std::string>& same_environment();

// Programs of the folder `programs`, built static and dynamic: "numbers_static"; then those that the machine
// has.
std::vector<CountedProgram> built_programs();
std::vector<CountedProgram> installed_programs();

// Where a program of that folder lies.
std::string program_path(const std::string& name);

struct Counted {
  int status = 0;
  std::string output;
  std::uint64_t instructions = 0;
};

std::string icount_program();
Counted counted_by_icount(const std::vector<std::string>& command,
                          const std::vector<std::string>& options = {});

// By icount as a debugger steps (on this very processor, and each iteration of a string instruction), and by
// steps at the same addresses.
Counted counted_as_stepped(const std::vector<std::string>& command);
Stepped stepped_as_counted(const std::vector<std::string>& command);

}  // namespace effk::counters
