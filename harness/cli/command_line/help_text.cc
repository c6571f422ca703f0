#include "harness/cli/command_line/help_text.h"

#include <fmt/format.h>

#include <cctype>
#include <sstream>

namespace effk::cli {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kTextColumn = 24;

constexpr const char* kPurpose =
    "Counts the instructions that generated code needs to solve a problem, and\n"
    "scores it against expert reference solutions.\n";

constexpr const char* kExitStatus =
    "exit status: 0 done; 1 the answer is no (a promise is broken); 2 the command line is\n"
    "wrong; 3 a specification, submission or record is wrong; 4 this machine cannot do it;\n"
    "70 a bug in effk. What a sample does is never effk's failure. effk count ends as the\n"
    "counted program did.\n";

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string sentence(std::string text) {
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text + ".";
}

// Words after one another in the text column; a line of its own after each "\n".
std::string wrapped(const std::string& text) {
  const std::string margin(kTextColumn, ' ');
  std::string result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!result.empty()) result += "\n" + margin;
    std::size_t column = kTextColumn;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      if (column > kTextColumn && column + 1 + word.size() > kWidth) {
        result += "\n" + margin;
        column = kTextColumn;
      }
      if (column > kTextColumn) {
        result += ' ';
        ++column;
      }
      result += word;
      column += word.size();
    }
  }
  return result;
}

std::string entry(const std::string& left, const std::string& text) {
  const std::string start = fmt::format("  {:<{}}", left, kTextColumn - 2);
  // A name that reaches into the text column has a line of its own.
  const bool fits = start.size() == kTextColumn && start.back() == ' ';
  return start + (fits ? "" : "\n" + std::string(kTextColumn, ' ')) + wrapped(text) + "\n";
}

std::string entry(const Option& option) {
  std::string left = option.is_argument() ? upper(option.names) : option.names;
  if (!option.value.empty()) left += " " + option.value;
  return entry(left, option.otherwise.empty()
                         ? option.help
                         : fmt::format("{} [default: {}]", option.help, option.otherwise));
}

std::string usage_line(const Command& command) {
  std::string line = "usage: effk " + command.name;
  for (const Option& option : command.options()) {
    if (!option.is_argument()) continue;
    const std::string name = upper(option.names) + (option.is_list() ? "..." : "");
    line += option.required ? " " + name : " [" + name + "]";
  }
  for (const Option& option : command.options()) {
    if (!option.is_argument() && option.required)
      line += fmt::format(" {} {}", option.each_name().front(), option.value);
  }
  line += " [options]";
  if (command.words_after_dashes != nullptr) line += " -- PROGRAM ARGUMENTS";
  return line + "\n";
}

}  // namespace

std::string help_of_program(const std::vector<Command>& commands) {
  std::string text = fmt::format("usage: effk COMMAND [options]\n\n{}\ncommands:\n", kPurpose);
  for (const Command& command : commands) text += entry(command.name, command.purpose);
  text += "\noptions:\n";
  text += entry("-h,--help", "print this, or a command's help: effk COMMAND --help");
  text += entry("--version", "print the version");
  return text + "\n" + kExitStatus;
}

std::string help_of(const Command& command) {
  std::string text = usage_line(command) + "\n" + sentence(command.purpose) + "\n";
  for (const Group& group : command.groups) {
    text += "\n";
    if (!group.title.empty()) text += group.title + ":\n";
    for (const Option& option : group.options) text += entry(option);
  }
  if (!command.notes.empty()) text += "\n" + command.notes + "\n";
  if (!command.examples.empty()) text += "\nexamples:\n";
  for (const std::string& example : command.examples) text += "  " + example + "\n";
  return text;
}

}  // namespace effk::cli
