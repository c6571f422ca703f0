// harness/cli/command_line/command_groups.h -- every command, a file a group. A new one is described in the
// group's file and carried out by an overload in harness/cli/commands.h; nothing else needs to know it.
#pragma once

#include <vector>

#include "harness/cli/command_line/option.h"

namespace effk::cli {

std::vector<Command> suite_commands();      // list, show, prompts, verify, import
std::vector<Command> measuring_commands();  // run, count, doctor
std::vector<Command> result_commands();     // report
std::vector<Command> gate_commands();       // gate, compare

// `commands` and those that speak of all of them: help, completion.
std::vector<Command> with_program_commands(std::vector<Command> commands);

}  // namespace effk::cli
