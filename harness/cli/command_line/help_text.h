// harness/cli/command_line/help_text.h -- the help of the program and of its commands: one screen each, 40
// lines of at most 100 columns.
//
//   Threads  pure functions.
#pragma once

#include <string>
#include <vector>

#include "harness/cli/command_line/option.h"

namespace effk::cli {

std::string help_of_program(const std::vector<Command>& commands);
std::string help_of(const Command& command);

}  // namespace effk::cli
