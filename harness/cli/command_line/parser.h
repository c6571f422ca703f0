// harness/cli/command_line/parser.h -- reads words by the descriptions of commands. parser.cc is the only
// source that knows CLI11, which is slow to compile.
#pragma once

#include <set>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "harness/cli/command_line/option.h"

namespace effk::cli {

// What was read instead of a command's arguments, or what was wrong.
struct NotRead {
  enum class Kind { help, version, fault } kind = Kind::fault;
  std::string fault;  // what is wrong, in the parser's words
};

// `argv` begins with the program's name; after it the name of one of `commands`, or an option of the program
// itself. Values go where the options say. Returns the command, and which of its options were given.
struct Reading {
  const Command* command = nullptr;
  std::set<std::string> given;  // every name: "-o", "--output"
};
tl::expected<Reading, NotRead> parse(const std::vector<Command>& commands, int argc, const char* const* argv);

}  // namespace effk::cli
