// harness/cli/command_line/option.h -- an option, an argument and a command as plain data: from it come the
// parser, the help, the suggestions and the completion of shells.
//
// How help is written is said in command_line.h.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "harness/base/error.h"
#include "harness/cli/arguments.h"

namespace effk::cli {

// Says what is wrong with the text of a value, or "" if nothing is.
using Check = std::function<std::string(const std::string&)>;

// What a shell offers where a value is wanted and there are no `choices`.
enum class Offer { nothing, files, problems };

// Where a value goes; a bool makes a flag. Those that are optional stay empty unless given. A list takes
// words with commas between them, and an argument that is a list takes several words.
using Target =
    std::variant<bool*, std::string*, int*, double*, std::uint64_t*, std::optional<int>*,
                 std::optional<double>*, std::vector<std::string>*, std::vector<int>*, std::vector<double>*>;

struct Option {
  std::string names;           // "--seed"; "-o,--output"; without dashes it is an argument: "run"
  Target to = {};              // it must live as long as the command
  std::string value = {};      // what the help calls its value: FILE, N; flags and arguments have none
  std::string help = {};       // wrapped by itself; "\n" begins a line
  std::string otherwise = {};  // the default, as the help tells it; empty with flags and what is required
  bool required = false;
  std::vector<std::string> choices = {};  // the only values there are; empty: any
  Check check = {};                       // of each value; if empty, it must be one of `choices`
  Offer offer = Offer::nothing;
  std::string needs = {};     // another option of the command, without which this one is refused
  std::string excludes = {};  // one that it does not go with

  bool is_argument() const { return names.front() != '-'; }
  bool is_flag() const { return std::holds_alternative<bool*>(to); }
  bool is_list() const;
  std::vector<std::string> each_name() const;  // {"-o", "--output"}
};

struct Group {
  std::string title;  // lower case, without a colon; the first group needs none
  std::vector<Option> options;
};

// True for an option that stands on the command line, by one of its names: "--jobs".
using Given = std::function<bool(const std::string&)>;

struct Command {
  std::string name;
  std::string purpose;  // lower case, a verb first, no full stop: a line of `effk --help`
  std::vector<Group> groups = {};
  std::string notes = {};  // after the options; lines as they stand
  std::vector<std::string> examples = {};
  // Where words after `--` go as they stand; nullptr: the command takes none.
  std::vector<std::string>* words_after_dashes = nullptr;
  // What was asked, once every option is read; refuses what the options say together.
  std::function<Result<Arguments>(const Given&)> asked = {};

  std::vector<Option> options() const;  // of all groups
};

// nullptr, if there is none of this name.
const Command* find_command(const std::vector<Command>& commands, std::string_view name);

std::vector<std::string> names_of(const std::vector<Command>& commands);

// For a command that any mixture of its options makes sense of.
template <typename CommandArguments>
std::function<Result<Arguments>(const Given&)> as_read(const std::shared_ptr<CommandArguments>& asked) {
  return [asked](const Given&) -> Result<Arguments> { return *asked; };
}

}  // namespace effk::cli
