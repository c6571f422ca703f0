// harness/cli/command_line.h -- reads the command line.
#pragma once

#include "harness/base/error.h"
#include "harness/cli/arguments.h"

namespace effk::cli {

// Errors: usage, with a suggestion for a misspelt command or option.
Result<Arguments> read_command_line(int argc, char** argv);

}  // namespace effk::cli
