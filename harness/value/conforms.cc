#include <fmt/format.h>

#include <optional>
#include <utility>

#include "harness/value/path.h"
#include "harness/value/text.h"
#include "harness/value/utf8.h"
#include "harness/value/value.h"

namespace effk::value {
namespace {

using Kind = Type::Kind;

std::optional<Finding> unlike(const Value& value, const Type& type);

Finding other_type(const Value& value, const Type& type) {
  return {fmt::format("expected {}, found {} ({})", to_string(type), to_text(value, 60), kind_name(value)),
          {}};
}

const std::vector<Value>* sequence(const Value& value) {
  if (const auto* list = std::get_if<List>(&value.data)) return &list->items;
  if (const auto* tuple = std::get_if<Tuple>(&value.data)) return &tuple->items;
  return nullptr;
}

// A C++ sample may return any bytes as a str, but a str has to be readable in every language.
std::optional<Finding> broken_text(const std::string& text) {
  const std::size_t good = utf8_prefix(text);
  if (good == text.size()) return std::nullopt;
  return Finding{fmt::format("expected str, found text that is not UTF-8 at byte {}: {}", good,
                             quoted(std::string_view(text).substr(good), 20)),
                 {}};
}

// Under any, only text can be wrong.
std::optional<Finding> unreadable(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return broken_text(*text);
  const auto* items = sequence(value);
  if (const auto* set = std::get_if<Set>(&value.data)) items = &set->items;
  if (items != nullptr) {
    for (std::size_t i = 0; i < items->size(); ++i)
      if (auto finding = unreadable((*items)[i])) return std::move(*finding).within(i);
  } else if (const auto* dict = std::get_if<Dict>(&value.data)) {
    for (const auto& [key, mapped] : dict->items) {
      if (auto finding = unreadable(key)) return std::move(*finding).within_key(key);
      if (auto finding = unreadable(mapped)) return std::move(*finding).within_key(key);
    }
  }
  return std::nullopt;
}

std::optional<Finding> unlike_list(const Value& value, const Type& type) {
  const auto* items = sequence(value);
  if (items == nullptr) return other_type(value, type);
  for (std::size_t i = 0; i < items->size(); ++i)
    if (auto finding = unlike((*items)[i], type.arguments[0])) return std::move(*finding).within(i);
  return std::nullopt;
}

std::optional<Finding> unlike_tuple(const Value& value, const Type& type) {
  const auto* items = sequence(value);
  if (items == nullptr) return other_type(value, type);
  if (items->size() != type.arguments.size())
    return Finding{fmt::format("expected {} items for {}, found {}: {}", type.arguments.size(),
                               to_string(type), items->size(), to_text(value, 60)),
                   {}};
  for (std::size_t i = 0; i < items->size(); ++i)
    if (auto finding = unlike((*items)[i], type.arguments[i])) return std::move(*finding).within(i);
  return std::nullopt;
}

std::optional<Finding> unlike(const Value& value, const Type& type) {
  const auto& data = value.data;
  bool alike = false;
  switch (type.kind) {
    case Kind::integer:
      alike = std::holds_alternative<std::int64_t>(data);
      break;
    case Kind::floating:
      alike = std::holds_alternative<double>(data) || std::holds_alternative<std::int64_t>(data);
      break;
    case Kind::boolean:
      alike = std::holds_alternative<bool>(data);
      break;
    case Kind::string:
      if (const auto* text = std::get_if<std::string>(&data)) return broken_text(*text);
      break;
    case Kind::list:
      return unlike_list(value, type);
    case Kind::tuple:
      return unlike_tuple(value, type);
    case Kind::optional:
      return std::holds_alternative<None>(data) ? std::nullopt : unlike(value, type.arguments[0]);
    case Kind::any:
      return unreadable(value);
  }
  if (alike) return std::nullopt;
  return other_type(value, type);
}

}  // namespace

Result<void> conforms(const Value& value, const Type& type) {
  if (const auto finding = unlike(value, type))
    return fail(ErrorKind::bad_input, fmt::format("the value is not of type {}", to_string(type)),
                finding->message());
  return {};
}

}  // namespace effk::value
