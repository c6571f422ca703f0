#include <fmt/format.h>

#include <memory>

#include "harness/cli/command_line/bash_completion.h"
#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/help_text.h"
#include "harness/cli/command_line/help_topics.h"

namespace effk::cli {
namespace {

Command help(const std::vector<Command>& others, std::string& topic) {
  std::vector<std::string> names = names_of(others);
  for (const HelpTopic& one : help_topics()) names.push_back(one.name);
  names.insert(names.end(), {"help", "completion"});
  return {.name = "help",
          .purpose = "print the help of a command or a topic",
          .groups = {{"",
                      {{.names = "topic",
                        .to = &topic,
                        .help = fmt::format("one of {}", fmt::join(names, ", ")),
                        .otherwise = "all of effk",
                        .choices = names}}}},
          .examples = {"effk help run", "effk help formats"}};
}

Command completion(std::string& shell) {
  return {
      .name = "completion",
      .purpose = "print the script with which a shell completes the words of effk",
      .groups = {{"",
                  {{.names = "shell", .to = &shell, .help = "bash", .required = true, .choices = {"bash"}}}}},
      .notes =
          "An installed effk has brought it along. Elsewhere, for this shell or in ~/.bashrc:\n"
          "  source <(effk completion bash)",
      .examples = {"effk completion bash >~/.local/share/bash-completion/completions/effk"}};
}

}  // namespace

std::vector<Command> with_program_commands(std::vector<Command> commands) {
  const auto topic = std::make_shared<std::string>();
  const auto shell = std::make_shared<std::string>();
  const Command of_help = help(commands, *topic);
  const Command of_completion = completion(*shell);
  commands.push_back(of_help);
  commands.push_back(of_completion);
  // They speak of every command, themselves among them.
  const std::vector<Command> all = commands;
  commands[commands.size() - 2].asked = [all, topic](const Given&) -> Result<Arguments> {
    return HelpArguments{help_about(all, *topic)};
  };
  commands.back().asked = [all, shell](const Given&) -> Result<Arguments> {
    return HelpArguments{bash_completion(all)};
  };
  return commands;
}

}  // namespace effk::cli
