// harness/cli/command_line/bash_completion.h -- the script with which bash completes the words of effk.
#pragma once

#include <string>
#include <vector>

#include "harness/cli/command_line/option.h"

namespace effk::cli {

// Commands, their options, the values of options that have choices; ids of the suite's problems, which the
// script asks `effk list` for; files where one is wanted, and nothing where a number is.
std::string bash_completion(const std::vector<Command>& commands);

}  // namespace effk::cli
