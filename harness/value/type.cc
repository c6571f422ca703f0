#include "harness/value/type.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "harness/value/text.h"

namespace effk::value {
namespace {

using Kind = Type::Kind;

constexpr int kMaxLevels = 32;

constexpr std::array<std::pair<std::string_view, Kind>, 8> kNames = {{{"int", Kind::integer},
                                                                      {"float", Kind::floating},
                                                                      {"bool", Kind::boolean},
                                                                      {"str", Kind::string},
                                                                      {"list", Kind::list},
                                                                      {"tuple", Kind::tuple},
                                                                      {"optional", Kind::optional},
                                                                      {"any", Kind::any}}};

// What people write who come from C++, from Python's typing module or from JSON.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kOtherNames = {
    {{"integer", "int"},
     {"int64", "int"},
     {"int64_t", "int"},
     {"long", "int"},
     {"double", "float"},
     {"number", "float"},
     {"boolean", "bool"},
     {"string", "str"},
     {"String", "str"},
     {"List", "list[T]"},
     {"vector", "list[T]"},
     {"array", "list[T]"},
     {"Tuple", "tuple[T,...]"},
     {"pair", "tuple[A,B]"},
     {"Optional", "optional[T]"},
     {"Any", "any"},
     {"object", "any"}}};

bool has_arguments(Kind kind) {
  return kind == Kind::list || kind == Kind::tuple || kind == Kind::optional;
}

std::string_view name_of(Kind kind) {
  for (const auto& [name, named] : kNames)
    if (named == kind) return name;
  return "any";
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Type> whole() {
    Result<Type> type = read(0);
    if (!type) return type;
    skip_spaces();
    if (at_ != text_.size()) return wrong(at_, fmt::format("{} follows a complete type", found()));
    return type;
  }

 private:
  tl::unexpected<Error> wrong(std::size_t at, std::string why, std::string next = {}) const {
    return fail(ErrorKind::bad_input,
                fmt::format("the type {} is wrong at character {}", quoted(text_), at + 1), std::move(why),
                std::move(next));
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  // What stands at the current place, for a message.
  std::string found() const { return at_ == text_.size() ? "the end" : quoted(text_.substr(at_, 1)); }

  bool skip(char c) {
    skip_spaces();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  Result<Type> read(int level) {
    skip_spaces();
    const std::size_t start = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    const std::string_view name = text_.substr(start, at_ - start);
    if (name.empty()) return wrong(at_, fmt::format("a type is wanted there, and {} is found", found()));
    for (const auto& [known, kind] : kNames)
      if (known == name) return arguments_of(kind, level);
    std::string next;
    for (const auto& [other, ours] : kOtherNames)
      if (other == name) next = fmt::format("did you mean '{}'?", ours);
    return wrong(start,
                 fmt::format("there is no type {}, only int, float, bool, str, list[T], tuple[T,...], "
                             "optional[T] and any",
                             quoted(name)),
                 std::move(next));
  }

  Result<Type> arguments_of(Kind kind, int level) {
    Type type{kind, {}};
    if (!has_arguments(kind)) return type;
    const std::string_view name = name_of(kind);
    if (!skip('['))
      return wrong(at_, fmt::format("{} wants '[' and what it holds, and {} is found", name, found()));
    if (level == kMaxLevels)
      return wrong(at_ - 1, fmt::format("types are nested more than {} deep", kMaxLevels));
    do {
      Result<Type> argument = read(level + 1);
      if (!argument) return argument;
      type.arguments.push_back(std::move(*argument));
    } while (kind == Kind::tuple && skip(','));
    if (!skip(']'))
      return wrong(at_, fmt::format("{} is wanted after what {} holds, and {} is found",
                                    kind == Kind::tuple ? "',' or ']'" : "']'", name, found()));
    return type;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Type> parse_type(std::string_view text) {
  return Parser(text).whole();
}

std::string to_string(const Type& type) {
  std::string text(name_of(type.kind));
  if (!has_arguments(type.kind)) return text;
  text += '[';
  for (std::size_t i = 0; i < type.arguments.size(); ++i) {
    if (i != 0) text += ',';
    text += to_string(type.arguments[i]);
  }
  return text + ']';
}

}  // namespace effk::value
