#include "harness/cli/command_line/option.h"

#include <algorithm>

namespace effk::cli {

bool Option::is_list() const {
  return std::holds_alternative<std::vector<std::string>*>(to) ||
         std::holds_alternative<std::vector<int>*>(to) || std::holds_alternative<std::vector<double>*>(to);
}

std::vector<std::string> Option::each_name() const {
  std::vector<std::string> each;
  for (std::size_t start = 0; start <= names.size();) {
    const std::size_t end = std::min(names.find(',', start), names.size());
    each.push_back(names.substr(start, end - start));
    start = end + 1;
  }
  return each;
}

std::vector<Option> Command::options() const {
  std::vector<Option> all;
  for (const Group& group : groups) all.insert(all.end(), group.options.begin(), group.options.end());
  return all;
}

const Command* find_command(const std::vector<Command>& commands, std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const Command& command : commands) names.push_back(command.name);
  return names;
}

}  // namespace effk::cli
