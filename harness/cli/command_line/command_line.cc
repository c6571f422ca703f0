#include "harness/cli/command_line/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/help_text.h"
#include "harness/cli/command_line/parser.h"
#include "harness/cli/command_line/usage_error.h"
#include "harness/session/version.h"

namespace effk::cli {
namespace {

std::vector<Command> all_commands() {
  std::vector<Command> all;
  for (const auto& group : {suite_commands(), measuring_commands(), result_commands(), gate_commands()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  return with_program_commands(all);
}

// Moves the words after `--` to where `command` wants them, for the parser takes words in brackets apart;
// returns how many words are left.
int take_words_after_dashes(const Command* command, int argc, char** argv) {
  if (command == nullptr || command->words_after_dashes == nullptr) return argc;
  char** const end = argv + argc;
  char** const dashes = std::find(argv, end, std::string_view("--"));
  if (dashes != end) command->words_after_dashes->assign(dashes + 1, end);
  return static_cast<int>(dashes - argv);
}

}  // namespace

Result<Arguments> read_command_line(int argc, char** argv) {
  const std::vector<Command> commands = all_commands();
  const Command* const named = argc > 1 ? find_command(commands, argv[1]) : nullptr;
  const auto help = [&] { return named == nullptr ? help_of_program(commands) : help_of(*named); };
  if (argc <= 1) return HelpArguments{help()};
  argc = take_words_after_dashes(named, argc, argv);
  const auto reading = parse(commands, argc, argv);
  if (reading)
    return reading->command->asked([&](const std::string& name) { return reading->given.contains(name); });
  switch (reading.error().kind) {
    case NotRead::Kind::help:
      return HelpArguments{help()};
    case NotRead::Kind::version:
      return HelpArguments{fmt::format("effk {} ({})\n", session::kVersion, session::kCommit)};
    case NotRead::Kind::fault:
      break;
  }
  return usage_error(commands, reading.error().fault, argc, argv);
}

}  // namespace effk::cli
