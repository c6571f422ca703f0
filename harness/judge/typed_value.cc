#include "harness/judge/typed_value.h"

#include <vector>

namespace effk::judge {
namespace {

using value::Type;
using value::Value;

std::vector<Value>* items_of(Value& value) {
  if (auto* list = std::get_if<value::List>(&value.data)) return &list->items;
  if (auto* tuple = std::get_if<value::Tuple>(&value.data)) return &tuple->items;
  return nullptr;
}

// Only the shape is changed here; whether every part is of its type is for value::conforms() to say. Goes no
// deeper than the type.
void reshape(Value& value, const Type& type) {
  switch (type.kind) {
    case Type::Kind::floating:
      if (const auto* number = std::get_if<std::int64_t>(&value.data))
        value.data = static_cast<double>(*number);
      return;
    case Type::Kind::optional:
      if (!std::holds_alternative<value::None>(value.data)) reshape(value, type.arguments[0]);
      return;
    case Type::Kind::list:
    case Type::Kind::tuple: {
      auto* items = items_of(value);
      if (items == nullptr) return;
      const bool is_list = type.kind == Type::Kind::list;
      for (std::size_t i = 0; i < items->size(); ++i) {
        if (is_list || i < type.arguments.size()) reshape((*items)[i], type.arguments[is_list ? 0 : i]);
      }
      std::vector<Value> moved = std::move(*items);
      if (is_list) {
        value.data = value::List{std::move(moved)};
      } else {
        value.data = value::Tuple{std::move(moved)};
      }
      return;
    }
    default:
      return;
  }
}

}  // namespace

tl::expected<Value, std::string> as_type(Value value, const Type& type) {
  reshape(value, type);
  if (auto conforms = value::conforms(value, type); !conforms) {
    const Error& error = conforms.error();
    return tl::unexpected(error.why.empty() ? error.what : error.why);
  }
  return value;
}

}  // namespace effk::judge
