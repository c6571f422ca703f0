// harness/counters/icount/command_line.h -- icount [OPTIONS] -- PROGRAM [ARGUMENTS]
#pragma once

#include <cstdint>

#include "harness/counters/icount/loader.h"
#include "harness/counters/icount/options.h"

namespace effk::icount {

struct CommandLine {
  Options options;
  Invocation invocation;
};

// `stack` is what the kernel leaves for a new program. Prints the usage and ends the process where something
// is wrong.
CommandLine read_command_line(std::uint64_t* stack);

}  // namespace effk::icount
