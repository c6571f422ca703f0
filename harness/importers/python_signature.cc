#include "harness/importers/python_signature.h"

#include "harness/suite/problem.h"

namespace effk::importers {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\\";

// Where the brackets' inside begins in the last definition at the start of a line.
std::optional<std::size_t> opened(std::string_view source, std::string_view function) {
  const std::string wanted = "def " + std::string(function);
  for (std::size_t at = source.rfind(wanted); at != source.npos;
       at = at == 0 ? source.npos : source.rfind(wanted, at - 1)) {
    if (at > 0 && source[at - 1] != '\n') continue;
    const std::size_t bracket = source.find_first_not_of(kBlanks, at + wanted.size());
    if (bracket != source.npos && source[bracket] == '(') return bracket + 1;
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// The end of a string literal that begins at `at`; the end of the source if it has none.
std::size_t after_string(std::string_view source, std::size_t at) {
  const char quote = source[at];
  for (std::size_t i = at + 1; i < source.size(); ++i) {
    if (source[i] == '\\') {
      ++i;
    } else if (source[i] == quote) {
      return i + 1;
    }
  }
  return source.size();
}

// Splits at the commas outside brackets and strings, up to the closing bracket.
std::optional<std::vector<std::string_view>> split(std::string_view source, std::size_t at) {
  std::vector<std::string_view> parts;
  std::size_t begin = at;
  int depth = 0;
  while (at < source.size()) {
    const char c = source[at];
    if (c == '"' || c == '\'') {
      at = after_string(source, at);
      continue;
    }
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' && depth == 0) {
      parts.push_back(source.substr(begin, at - begin));
      return parts;
    }
    if (c == ')' || c == ']' || c == '}') --depth;
    if (c == ',' && depth == 0) {
      parts.push_back(source.substr(begin, at - begin));
      begin = at + 1;
    }
    ++at;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::string>> parameters_of(std::string_view source, std::string_view function) {
  const auto begin = opened(source, function);
  if (!begin) return std::nullopt;
  auto parts = split(source, *begin);
  if (!parts) return std::nullopt;
  // A comma may follow the last one, and there may be none at all.
  if (trimmed(parts->back()).empty()) parts->pop_back();
  std::vector<std::string> names;
  for (const std::string_view part : *parts) {
    std::string_view name = trimmed(part);
    if (name == "*" || name == "/") continue;
    while (name.starts_with('*')) name.remove_prefix(1);
    name = trimmed(name.substr(0, name.find_first_of(":=")));
    if (!suite::is_identifier(name)) return std::nullopt;
    names.emplace_back(name);
  }
  return names;
}

}  // namespace effk::importers
