#include "harness/suite/problem.h"

#include <algorithm>
#include <cctype>

namespace effk::suite {
namespace {

using value::Type;

std::string cpp_type(const Type& type) {
  switch (type.kind) {
    case Type::Kind::integer:
      return "long long";
    case Type::Kind::floating:
      return "double";
    case Type::Kind::boolean:
      return "bool";
    case Type::Kind::string:
      return "std::string";
    case Type::Kind::list:
      return "std::vector<" + cpp_type(type.arguments[0]) + ">";
    case Type::Kind::optional:
      return "std::optional<" + cpp_type(type.arguments[0]) + ">";
    case Type::Kind::tuple:
      break;
    case Type::Kind::any:
      return "any";
  }
  std::string inside;
  for (const Type& argument : type.arguments) inside += (inside.empty() ? "" : ", ") + cpp_type(argument);
  return "std::tuple<" + inside + ">";
}

std::string cpp_parameter(const Parameter& parameter) {
  const bool by_value = parameter.type.kind == Type::Kind::integer ||
                        parameter.type.kind == Type::Kind::floating ||
                        parameter.type.kind == Type::Kind::boolean;
  return (by_value ? cpp_type(parameter.type) + " " : "const " + cpp_type(parameter.type) + "& ") +
         parameter.name;
}

std::string python_type(const Type& type) {
  if (type.kind == Type::Kind::optional) return python_type(type.arguments[0]) + " | None";
  if (type.kind == Type::Kind::any) return "object";
  if (type.arguments.empty()) return value::to_string(type);
  std::string inside;
  for (const Type& argument : type.arguments) inside += (inside.empty() ? "" : ", ") + python_type(argument);
  return (type.kind == Type::Kind::list ? "list[" : "tuple[") + inside + "]";
}

}  // namespace

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  if (name.empty() || !is_letter(name[0])) return false;
  return std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

std::string_view to_string(Language language) {
  return language == Language::cpp ? "cpp" : "python";
}

std::string_view file_extension(Language language) {
  return language == Language::cpp ? ".cpp" : ".py";
}

std::optional<Language> parse_language(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const char* word : {"cpp", "c++", "cxx", "cc", "c++20", "c++17"}) {
    if (lower == word) return Language::cpp;
  }
  for (const char* word : {"python", "py", "python3", "py3"}) {
    if (lower == word) return Language::python;
  }
  return std::nullopt;
}

std::string_view to_string(Kind kind) {
  return kind == Kind::function ? "function" : "program";
}

Signature program_signature() {
  return {"", {{"input", Type{Type::Kind::string, {}}}}, Type{Type::Kind::string, {}}};
}

bool Problem::offers(Language language) const {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

std::string Problem::shown_signature(Language language) const {
  if (kind == Kind::program) return "a program: standard input to standard output";
  return to_source(signature, language);
}

std::string to_source(const Signature& signature, Language language) {
  std::string parameters;
  for (const Parameter& parameter : signature.parameters) {
    if (!parameters.empty()) parameters += ", ";
    parameters += language == Language::cpp ? cpp_parameter(parameter)
                                            : parameter.name + ": " + python_type(parameter.type);
  }
  if (language == Language::cpp) {
    return cpp_type(signature.result) + " " + signature.entry_point + "(" + parameters + ")";
  }
  return "def " + signature.entry_point + "(" + parameters + ") -> " + python_type(signature.result) + ":";
}

}  // namespace effk::suite
