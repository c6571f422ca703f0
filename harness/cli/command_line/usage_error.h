// harness/cli/command_line/usage_error.h -- says what is wrong with a command line and what was probably
// meant.
#pragma once

#include <string>
#include <vector>

#include "harness/cli/command_line/option.h"

namespace effk::cli {

// `fault` in the parser's words; `argv` as it was given to the parser.
tl::unexpected<Error> usage_error(const std::vector<Command>& commands, std::string fault, int argc,
                                  const char* const* argv);

}  // namespace effk::cli
