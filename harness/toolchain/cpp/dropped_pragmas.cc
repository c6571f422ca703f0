#include "harness/toolchain/cpp/dropped_pragmas.h"

#include <algorithm>
#include <regex>

namespace effk::toolchain {
namespace {

// A logical line: physical lines joined where one ends in a backslash.
struct LogicalLine {
  std::string text;          // without the backslashes and line ends
  std::size_t physical = 0;  // how many lines it took
  std::string original;
};

std::vector<LogicalLine> logical_lines(const std::string& source) {
  std::vector<LogicalLine> lines;
  std::size_t from = 0;
  bool continues = false;
  while (from < source.size()) {
    std::size_t end = source.find('\n', from);
    if (end == std::string::npos) end = source.size() - 1;
    std::string physical = source.substr(from, end - from + 1);
    from = end + 1;
    if (!continues) lines.emplace_back();
    lines.back().original += physical;
    lines.back().physical += 1;
    while (!physical.empty() && (physical.back() == '\n' || physical.back() == '\r')) physical.pop_back();
    continues = !physical.empty() && physical.back() == '\\';
    if (continues) physical.pop_back();
    lines.back().text += physical;
  }
  return lines;
}

constexpr const char* kOptions = "GCC\\s+(target|optimize|push_options|pop_options|reset_options)\\b";

}  // namespace

WithoutPragmas drop_pragmas(const std::string& source) {
  WithoutPragmas result;
  if (source.find("ragma") == std::string::npos) {
    result.source = source;
    return result;
  }
  static const std::regex directive(std::string("^\\s*(#|%:|\\?\\?=)\\s*pragma\\s+") + kOptions);
  static const std::regex operator_form(std::string("_Pragma\\s*\\(\\s*[LuU8]*\"\\s*") + kOptions +
                                        "([^\"\\\\]|\\\\.)*\"\\s*\\)");
  for (const LogicalLine& line : logical_lines(source)) {
    // Lines this long are no pragma, and std::regex recurses on them.
    if (line.text.size() > 4096 || line.text.find("ragma") == std::string::npos) {
      result.source += line.original;
      continue;
    }
    if (std::regex_search(line.text, directive)) {
      result.dropped.push_back(line.text.substr(line.text.find_first_not_of(" \t")));
      result.source += std::string(line.physical, '\n');
      continue;
    }
    std::smatch match;
    if (std::regex_search(line.text, match, operator_form)) {
      std::string rest = line.text;
      while (std::regex_search(rest, match, operator_form)) {
        result.dropped.push_back(match.str());
        rest = match.prefix().str() + " " + match.suffix().str();
      }
      result.source += rest + std::string(line.physical, '\n');
      continue;
    }
    result.source += line.original;
  }
  return result;
}

}  // namespace effk::toolchain
