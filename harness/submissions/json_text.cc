#include "harness/submissions/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

using nlohmann::json;

// Builds the tree, and stops at the first thing that is too much.
class BoundedBuilder : public nlohmann::json_sax<json> {
 public:
  BoundedBuilder(std::string_view text, const JsonPlace& place, const JsonBounds& bounds)
      : text_(text), place_(place), bounds_(bounds) {}

  bool null() override { return add(nullptr) != nullptr; }
  bool boolean(bool value) override { return add(value) != nullptr; }
  bool number_integer(number_integer_t value) override { return add(value) != nullptr; }
  bool number_unsigned(number_unsigned_t value) override { return add(value) != nullptr; }
  bool number_float(number_float_t value, const string_t&) override { return add(value) != nullptr; }
  bool string(string_t& value) override { return add(std::move(value)) != nullptr; }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    json& object = *open_.back().value;
    if (object.contains(name)) {
      return refuse(fmt::format("{}: {} is there twice", place_.origin, pointer_to(pointer(), name)),
                    "an object has each name once", "keep the one that is meant");
    }
    open_.back().name = std::move(name);
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception& fault) override {
    if (dynamic_cast<const json::parse_error*>(&fault) == nullptr) {  // a number beyond all bounds
      std::string words = shown(fault.what());
      return refuse(fmt::format("{} cannot be read", place_.origin), std::move(words), place_.wanted);
    }
    if (byte > text_.size()) {
      return refuse(
          fmt::format("{} is cut", place_.origin),
          fmt::format("the {} ends after byte {}, in the middle of a JSON value", place_.unit, text_.size()),
          fmt::format("write the {} anew, or remove it", place_.unit));
    }
    const std::size_t shown_bytes = std::min<std::size_t>(byte, 20);
    std::string behind(text_.substr(byte - shown_bytes, shown_bytes == 0 ? 0 : shown_bytes - 1));
    if (place_.counts_lines) behind = shown(behind);
    return refuse(fmt::format("{} is not JSON", place_.origin),
                  fmt::format("at byte {}{}, behind '{}'", byte, line_of(byte), behind), place_.wanted);
  }

  std::optional<Error> error;
  json root;

 private:
  struct Open {
    json* value;
    std::string name;  // of the member that comes next
  };

  bool refuse(std::string what, std::string why, std::string next) {
    error = Error{ErrorKind::bad_input, std::move(what), std::move(why), std::move(next)};
    return false;
  }

  std::string line_of(std::size_t byte) const {
    if (!place_.counts_lines) return {};
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(byte);
    return fmt::format(" (line {})", 1 + std::count(text_.begin(), end, '\n'));
  }

  // Where the value is that is being read.
  std::string pointer() const {
    std::string pointer;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      const Open& level = open_[i];
      pointer = level.value->is_object() ? pointer_to(pointer, level.name)
                                         : pointer_to(pointer, level.value->size() - 1);
    }
    return pointer;
  }

  json* add(json value) {
    if (++values_ > bounds_.values) {
      refuse(fmt::format("{} has too many values", place_.origin),
             fmt::format("more than {} numbers, strings, arrays and objects", bounds_.values),
             "hand in the samples alone, or in several files");
      return nullptr;
    }
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    json& parent = *open_.back().value;
    if (parent.is_object()) return &(parent[open_.back().name] = std::move(value));
    parent.push_back(std::move(value));
    return &parent.back();
  }

  bool open(json value) {
    if (static_cast<int>(open_.size()) >= bounds_.depth) {
      return refuse(fmt::format("{} is nested too deeply", place_.origin),
                    fmt::format("more than {} arrays and objects within each other", bounds_.depth),
                    place_.wanted);
    }
    json* const added = add(std::move(value));
    if (added == nullptr) return false;
    open_.push_back({added, {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  const JsonPlace& place_;
  const JsonBounds& bounds_;
  std::vector<Open> open_;
  std::size_t values_ = 0;
};

}  // namespace

Result<json> parse_json(std::string_view text, const JsonPlace& place, const JsonBounds& bounds) {
  BoundedBuilder builder(text, place, bounds);
  if (!json::sax_parse(text.begin(), text.end(), &builder)) return tl::unexpected(std::move(*builder.error));
  return std::move(builder.root);
}

std::string kind_of(const json& value) {
  if (value.is_null()) return "null";
  const std::string name = value.type_name();
  return (name == "array" || name == "object" ? "an " : "a ") + name;
}

std::string pointer_to(const std::string& pointer, std::string_view name) {
  std::string step;
  for (const char letter : shown(name)) {
    if (letter == '~') {
      step += "~0";
    } else if (letter == '/') {
      step += "~1";
    } else {
      step += letter;
    }
  }
  return pointer + "/" + step;
}

std::string pointer_to(const std::string& pointer, std::size_t index) {
  return fmt::format("{}/{}", pointer, index);
}

}  // namespace effk::submissions
