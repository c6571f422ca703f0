#include "harness/cli/command_line/usage_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "harness/base/nearest_word.h"

namespace effk::cli {
namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> options_of(const Command& command) {
  std::vector<std::string> words = {"--help", "-h"};
  for (const Option& option : command.options()) {
    if (option.is_argument()) continue;
    for (const std::string& name : option.each_name()) words.push_back(name);
  }
  return words;
}

std::string commands_with(const std::vector<Command>& commands, const std::string& option) {
  std::vector<std::string> names;
  for (const Command& command : commands) {
    if (has(options_of(command), option)) names.push_back("effk " + command.name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// The option that a word means to write: --jobs by "--jobs=3" and by "-jobs".
std::string option_in(const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  const bool one_dash =
      name.size() > 2 && name[0] == '-' && std::isalpha(static_cast<unsigned char>(name[1]));
  return one_dash ? "-" + name : name;
}

struct Guess {
  std::string why;
  std::string next;
};

// What was probably meant by the first of `words` that is none of the command's options but looks like one.
Guess guess_option(const std::vector<Command>& commands, const Command& command,
                   const std::vector<std::string>& words) {
  const std::vector<std::string> known = options_of(command);
  for (const std::string& word : words) {
    const std::string option = option_in(word);
    if (!option.starts_with("--") || has(known, word.substr(0, word.find('=')))) continue;
    if (std::string next = suggestion(option, known); !next.empty()) return {{}, std::move(next)};
    if (const std::string others = commands_with(commands, option); !others.empty())
      return {fmt::format("{} is an option of {}", option, others), {}};
  }
  return {};
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
  if (command == nullptr) {
    return fail(ErrorKind::usage, std::move(fault), {},
                suggestion(words.front(), {"--help", "--version"}) + "effk --help");
  }
  if (name != words.begin()) {
    return fail(ErrorKind::usage, std::move(fault), "options follow the command",
                fmt::format("effk {} {}", command->name, words.front()));
  }
  Guess guess = guess_option(commands, *command, {name + 1, words.end()});
  if (guess.next.empty() && command->words_after_dashes != nullptr &&
      fault.find("not expected") != std::string::npos) {
    guess.next = fmt::format("effk {} -- PROGRAM ARGUMENTS, or ", command->name);
  }
  return fail(ErrorKind::usage, std::move(fault), std::move(guess.why),
              fmt::format("{}effk {} --help", guess.next, command->name));
}

}  // namespace effk::cli
