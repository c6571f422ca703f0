#include "harness/cli/command_line/usage_error.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/base/nearest_word.h"

namespace effk::cli {
namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> names_of(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.name);
  return names;
}

std::vector<std::string> long_options_of(const Command& command) {
  std::vector<std::string> words = {"--help"};
  for (const Option& option : command.options()) {
    for (const std::string& name : option.each_name()) {
      if (name.starts_with("--")) words.push_back(name);
    }
  }
  return words;
}

}  // namespace

tl::unexpected<Error> usage_error(const std::vector<Command>& commands, std::string fault, int argc,
                                  const char* const* argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto name = std::find_if(words.begin(), words.end(),
                                 [](const std::string& word) { return !word.starts_with("-"); });
  const Command* const command = name == words.end() ? nullptr : find_command(commands, *name);
  if (command == nullptr && name != words.end()) {  // the parser only says that a command is required
    return fail(ErrorKind::usage, fmt::format("unknown command '{}'", *name), {},
                suggestion(*name, names_of(commands)) + "effk --help");
  }
  if (command == nullptr) return fail(ErrorKind::usage, std::move(fault), {}, "effk --help");

  const std::vector<std::string> known = long_options_of(*command);
  std::string next;
  for (auto word = name + 1; word != words.end() && next.empty(); ++word) {
    const std::string option = word->substr(0, word->find('='));
    if (option.starts_with("--") && !has(known, option)) next = suggestion(option, known);
  }
  if (next.empty() && command->words_after_dashes != nullptr && fault.find("not expected") != fault.npos) {
    next = fmt::format("effk {} -- PROGRAM ARGUMENTS, or ", command->name);
  }
  return fail(ErrorKind::usage, std::move(fault), {}, fmt::format("{}effk {} --help", next, command->name));
}

}  // namespace effk::cli
