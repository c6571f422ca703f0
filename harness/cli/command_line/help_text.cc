#include "harness/cli/command_line/help_text.h"

#include <fmt/format.h>

#include <cctype>
#include <cstring>
#include <sstream>
#include <utility>

#include "harness/cli/command_line/help_topics.h"
#include "harness/report/layout.h"

namespace effk::cli {
namespace {

constexpr std::size_t kTextColumn = 24;
constexpr const char* kNoBreak = "\u00a0";

constexpr const char* kPurpose =
    "Counts the instructions that generated code needs to solve a problem, and\n"
    "scores it against expert reference solutions.\n";

constexpr const char* kExitStatus =
    "exit status: 0 done; 1 the answer is no; 2 the command line is wrong; 3 a file is wrong; 4 this\n"
    "machine cannot do it; 70 a bug in effk. What a sample does is never effk's failure.\n";

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string sentence(std::string text) {
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text + ".";
}

// Blanks at which a line is not broken.
std::string unbroken(std::string text) {
  for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) text.replace(at, 1, kNoBreak);
  return text;
}

std::string with_blanks(std::string text) {
  for (std::size_t at = 0; (at = text.find(kNoBreak, at)) != std::string::npos;)
    text.replace(at, std::strlen(kNoBreak), " ");
  return text;
}

std::string entry(const std::string& left, const std::string& text) {
  const std::string margin(kTextColumn, ' ');
  std::string start = fmt::format("  {:<{}}", left, kTextColumn - 2);
  // A name that reaches into the text column has a line of its own.
  std::string result;
  if (start.size() > kTextColumn || start.back() != ' ') result = std::exchange(start, margin) + "\n";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    result += report::wrapped(line, kTextColumn, std::exchange(start, margin), kTextColumn);
  return with_blanks(result);
}

std::string entry(const Option& option) {
  std::string left = option.is_argument() ? upper(option.names) : option.names;
  if (!option.value.empty()) left += " " + option.value;
  if (option.otherwise.empty()) return entry(left, option.help);
  return entry(left, option.help + " " + unbroken("[default: " + option.otherwise + "]"));
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
  text += "\ntopics:\n";
  for (const HelpTopic& topic : help_topics()) text += entry(topic.name, topic.about);
  text += "\noptions:\n";
  text += entry("-h,--help", "print this, or with a command its own; also effk help COMMAND or TOPIC");
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

std::string help_about(const std::vector<Command>& commands, const std::string& name) {
  if (const Command* const command = find_command(commands, name)) return help_of(*command);
  for (const HelpTopic& topic : help_topics()) {
    if (topic.name == name) return topic.text;
  }
  return help_of_program(commands);
}

}  // namespace effk::cli
