#include "harness/importers/exact_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace effk::importers {
namespace {

constexpr std::size_t kMostLevels = 500;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// How long the number, NaN or Infinity at the front of `text` is; 0: there is none.
std::size_t number_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("Infinity")) return at + 8;
  if (rest.starts_with("NaN")) return at == 0 ? 3 : 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > begin;
  };
  if (at < text.size() && text[at] == '0') {
    ++at;
  } else if (!digits()) {
    return 0;
  }
  std::size_t end = at;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digits()) return 0;
    end = at;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!digits()) return 0;
    end = at;
  }
  return end;
}

// nlohmann's parser makes a double of a whole number beyond 64 bits and refuses what no double can hold;
// Python also writes NaN and Infinity. So the numbers are taken out before it reads, and a 0 and spaces are
// left where each was: places in messages stay right.
std::vector<std::string> take_numbers(std::string& text) {
  std::vector<std::string> numbers;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') {
      in_string = true;
      continue;
    }
    if (c != '-' && !is_digit(c) && c != 'N' && c != 'I') continue;
    const std::size_t length = number_length(std::string_view(text).substr(at));
    // What is no number, or goes on behind one, is for the parser to blame.
    constexpr std::string_view kWordCharacters = "+-.0123456789_";
    const std::size_t end = at + length;
    const auto goes_on = [&](char next) {
      return kWordCharacters.find(next) != std::string_view::npos || (next >= 'a' && next <= 'z') ||
             (next >= 'A' && next <= 'Z');
    };
    if (length == 0 || (end < text.size() && goes_on(text[end]))) return numbers;
    numbers.push_back(text.substr(at, length));
    text.replace(at, length, length, ' ');
    text[at] = '0';
    at = end - 1;
  }
  return numbers;
}

// What nlohmann's parser calls while it reads.
class Builder {
 public:
  explicit Builder(std::vector<std::string> numbers) : numbers_(std::move(numbers)) {}

  bool null() { return put({std::monostate{}}); }
  bool boolean(bool value) { return put({value}); }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }
  bool string(std::string& value) { return put({std::move(value)}); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // never in text
  bool start_object(std::size_t) { return open({ExactJson::Object{}}); }
  bool start_array(std::size_t) { return open({ExactJson::Array{}}); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    std::get<ExactJson::Object>(open_.back()->data).members.push_back({std::move(name), {}});
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: ..."
    fault_ = error.what();
    if (const auto end = fault_.find("] "); end != std::string::npos) fault_.erase(0, end + 2);
    return false;
  }

  ExactJson take() { return std::move(root_); }
  const std::string& fault() const { return fault_; }

 private:
  bool number() {
    // They ran out where the text stops being JSON: the parser is about to say so, a token later.
    if (next_number_ == numbers_.size()) return put({ExactJson::Number{"0"}});
    return put({ExactJson::Number{std::move(numbers_[next_number_++])}});
  }
  // Into the innermost open array or object. The pointers in open_ stay good: nothing is added to a container
  // while one within it is open.
  ExactJson* put_in(ExactJson value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (auto* array = std::get_if<ExactJson::Array>(&open_.back()->data))
      return &array->items.emplace_back(std::move(value));
    ExactJson& last = std::get<ExactJson::Object>(open_.back()->data).members.back().value;
    last = std::move(value);
    return &last;
  }
  bool put(ExactJson value) {
    put_in(std::move(value));
    return true;
  }
  bool open(ExactJson value) {
    if (open_.size() == kMostLevels) {
      fault_ = fmt::format("it is nested more than {} deep", kMostLevels);
      return false;
    }
    open_.push_back(put_in(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<std::string> numbers_;
  std::size_t next_number_ = 0;
  ExactJson root_;
  std::vector<ExactJson*> open_;
  std::string fault_;
};

// Python's parser takes no more digits of one number than this, unless they are in a string.
constexpr std::size_t kMostLiteralDigits = 4300;

void append_escaped(char c, std::string& text) {
  if (c == '\\' || c == '\'') {
    text += {'\\', c};
  } else if (c == '\n') {
    text += "\\n";
  } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
    text += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
  } else {
    text += c;
  }
}

void append_literal(const ExactJson& value, std::string& text);

struct LiteralWriter {
  std::string& text;

  void operator()(std::monostate) const { text += "None"; }
  void operator()(bool value) const { text += value ? "True" : "False"; }
  void operator()(const ExactJson::Number& value) const {
    const std::string& digits = value.digits;
    if (digits.ends_with('N') || digits.ends_with('y')) {
      text += "float('" + digits + "')";  // NaN, Infinity
    } else if (digits.size() > kMostLiteralDigits && digits.find_first_of(".eE") == std::string::npos) {
      text += "int('" + digits + "')";
    } else {
      text += digits;
    }
  }
  void operator()(const std::string& value) const { text += python_literal(value); }
  void operator()(const ExactJson::Array& array) const {
    const std::vector<ExactJson>& items = array.items;
    text += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text += ", ";
      append_literal(items[i], text);
    }
    text += ']';
  }
  void operator()(const ExactJson::Object& object) const {
    const std::vector<ExactMember>& members = object.members;
    text += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i > 0) text += ", ";
      text += python_literal(members[i].name) + ": ";
      append_literal(members[i].value, text);
    }
    text += '}';
  }
};

void append_literal(const ExactJson& value, std::string& text) {
  std::visit(LiteralWriter{text}, value.data);
}

}  // namespace

const std::vector<ExactJson>* ExactJson::array() const {
  const auto* array = std::get_if<Array>(&data);
  return array == nullptr ? nullptr : &array->items;
}

const std::vector<ExactMember>* ExactJson::object() const {
  const auto* object = std::get_if<Object>(&data);
  return object == nullptr ? nullptr : &object->members;
}

const ExactJson* ExactJson::member(std::string_view name) const {
  const auto* members = object();
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->rbegin(), members->rend(),
                                  [&](const ExactMember& one) { return one.name == name; });
  return found == members->rend() ? nullptr : &found->value;
}

Result<ExactJson> parse_exact_json(const std::string& name, std::string_view text) {
  std::string without_numbers(text);
  Builder builder(take_numbers(without_numbers));
  if (!nlohmann::json::sax_parse(without_numbers, &builder))
    return fail(ErrorKind::bad_input, name + " is not JSON", builder.fault());
  return builder.take();
}

std::string python_literal(const ExactJson& value) {
  std::string text;
  append_literal(value, text);
  return text;
}

std::string python_literal(std::string_view utf8) {
  std::string text = "'";
  for (const char c : utf8) append_escaped(c, text);
  return text += '\'';
}

}  // namespace effk::importers
