// harness/cli/command_line/command_line.h -- reads the command line.
//
// Commands are described as data (option.h), a file a group (command_groups.h); the parser, the help and the
// suggestions are made from that. How their texts are written:
//
//   purpose    lower case, a verb first, no full stop: "print eff@k and pass@k of a stored run"
//   help       what it does, not what it is called; lower case, no full stop; a unit wherever there is one:
//              "seconds", "as a multiple of the reference's cost"; an X, N or FILE that stands for the value
//              is named in `value`: N a whole number, X any number, NAME one of a few words, FILE, DIR, IDS
//   otherwise  the default in words that a user can type, or what happens without the option; with every
//              option that takes a value and is not required (a test checks it)
//   groups     the arguments and what one cannot do without first, then what changes the result, then how it
//              is printed
//   examples   one or two whole command lines that work when typed
//
// A screen is 40 lines of 100 columns (a test checks it).
#pragma once

#include "harness/base/error.h"
#include "harness/cli/arguments.h"

namespace effk::cli {

// Errors: usage, with a suggestion for a misspelt command or option.
Result<Arguments> read_command_line(int argc, char** argv);

}  // namespace effk::cli
