#include "harness/cli/command_line/parser.h"

#include <CLI/CLI.hpp>

#include "harness/cli/command_line/option_checks.h"

namespace effk::cli {
namespace {

CLI::Option* add(CLI::App& command, const Option& option) {
  CLI::Option* added = std::visit(
      [&](auto* to) -> CLI::Option* {
        if constexpr (std::is_same_v<decltype(to), bool*>) {
          return command.add_flag(option.names, *to);
        } else {
          return command.add_option(option.names, *to);
        }
      },
      option.to);
  added->required(option.required);
  if (option.is_list() && !option.is_argument()) added->delimiter(',');
  if (option.check) added->check(CLI::Validator(option.check, ""));
  if (!option.check && !option.choices.empty()) added->check(CLI::Validator(one_of(option.choices), ""));
  return added;
}

void add(CLI::App& app, const Command& command) {
  CLI::App& added = *app.add_subcommand(command.name);
  const std::vector<Option> options = command.options();
  for (const Option& option : options) add(added, option);
  for (const Option& option : options) {
    CLI::Option* const this_one = added.get_option(option.each_name().front());
    if (!option.needs.empty()) this_one->needs(added.get_option(option.needs));
    if (!option.excludes.empty()) this_one->excludes(added.get_option(option.excludes));
  }
}

}  // namespace

tl::expected<Reading, NotRead> parse(const std::vector<Command>& commands, int argc,
                                     const char* const* argv) {
  CLI::App app("", "effk");
  app.set_version_flag("--version", "");
  app.require_subcommand(1);
  for (const Command& command : commands) add(app, command);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return tl::unexpected(NotRead{NotRead::Kind::help, {}});
  } catch (const CLI::CallForVersion&) {
    return tl::unexpected(NotRead{NotRead::Kind::version, {}});
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(NotRead{NotRead::Kind::fault, error.what()});
  }
  const CLI::App& chosen = *app.get_subcommands().front();
  Reading reading{find_command(commands, chosen.get_name()), {}};
  for (const Option& option : reading.command->options()) {
    const std::vector<std::string> names = option.each_name();
    if (chosen.count(names.front()) > 0) reading.given.insert(names.begin(), names.end());
  }
  return reading;
}

}  // namespace effk::cli
