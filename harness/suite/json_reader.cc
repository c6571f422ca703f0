#include "harness/suite/json_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/base/nearest_word.h"

namespace effk::suite {

namespace {

// No specification needs more. The parser does not recurse, but what prints a found value does.
constexpr int kMaxDepth = 64;

struct TooDeep {};

// What the library says, without its own numbers and columns.
std::string words_of(const nlohmann::json::exception& error) {
  std::string words = error.what();
  for (const char* prefix : {"] ", ": "}) {
    if (const auto at = words.find(prefix); at != std::string::npos) words = words.substr(at + 2);
  }
  return words;
}

// A member's name within a JSON pointer (RFC 6901).
std::string escaped(std::string_view key) {
  std::string text;
  for (const char letter : key) {
    if (letter == '~') {
      text += "~0";
    } else if (letter == '/') {
      text += "~1";
    } else {
      text += letter;
    }
  }
  return text;
}

}  // namespace

Result<std::unique_ptr<Document>> Document::parse(std::string name, std::string_view text) {
  auto document = std::make_unique<Document>();
  document->name_ = std::move(name);
  const std::string what = fmt::format("{}: it is not JSON", document->name_);
  const auto refuse_depth = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > kMaxDepth) throw TooDeep();
    return true;
  };
  try {
    document->json_ = nlohmann::json::parse(text, refuse_depth);
  } catch (const nlohmann::json::parse_error& error) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
    const auto line = 1 + std::count(text.begin(), end, '\n');
    return fail(ErrorKind::bad_input, what, fmt::format("line {}: {}", line, words_of(error)));
  } catch (const nlohmann::json::exception& error) {  // such as a number beyond a double
    return fail(ErrorKind::bad_input, what, words_of(error));
  } catch (const TooDeep&) {
    return fail(ErrorKind::bad_input, fmt::format("{}: it is nested too deeply", document->name_),
                fmt::format("more than {} levels", kMaxDepth));
  }
  return document;
}

Node Document::root() {
  return {this, &json_, ""};
}

void Document::blame(const std::string& pointer, const std::string& what, const std::string& why) {
  if (fault_) return;
  fault_ = Error{
      ErrorKind::bad_input, fmt::format("{}: {} {}", name_, pointer.empty() ? "/" : pointer, what), why, {}};
}

Node Node::maybe(std::string_view key) const {
  const std::string pointer = fmt::format("{}/{}", pointer_, key);
  if (!exists()) return {document_, nullptr, pointer};
  if (!json_->is_object()) {
    blame("must be an object", found());
    return {document_, nullptr, pointer};
  }
  const auto member = json_->find(std::string(key));
  return {document_, member == json_->end() ? nullptr : &*member, pointer};
}

Node Node::at(std::string_view key) const {
  Node member = maybe(key);
  if (exists() && !member.exists()) member.blame("is missing");
  return member;
}

std::vector<std::pair<std::string, Node>> Node::members() const {
  std::vector<std::pair<std::string, Node>> nodes;
  if (!exists()) return nodes;
  if (!json_->is_object()) {
    blame("must be an object", found());
    return nodes;
  }
  for (const auto& [key, value] : json_->items()) {
    nodes.emplace_back(key, Node(document_, &value, fmt::format("{}/{}", pointer_, escaped(key))));
  }
  return nodes;
}

void Node::only(const std::vector<std::string_view>& known) const {
  if (!is_object()) return;
  for (const auto& [key, node] : members()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      node.blame("is not a known member", suggestion(key, {known.begin(), known.end()}) +
                                              fmt::format("known here: {}", fmt::join(known, ", ")));
    }
  }
}

std::string Node::text() const {
  if (!exists()) return {};
  if (json_->is_string()) return json_->get<std::string>();
  blame("must be a string", found());
  return {};
}

bool Node::truth() const {
  if (!exists()) return false;
  if (json_->is_boolean()) return json_->get<bool>();
  blame("must be true or false", found());
  return false;
}

std::int64_t Node::integer(std::int64_t low, std::int64_t high) const {
  if (!exists()) return low;
  if (json_->is_number_integer()) {
    const auto value = json_->get<std::int64_t>();
    if (value >= low && value <= high) return value;
  }
  blame(fmt::format("must be an integer from {} to {}", low, high), found());
  return low;
}

double Node::number(double low, double high) const {
  if (!exists()) return low;
  if (json_->is_number()) {
    const auto value = json_->get<double>();
    if (value >= low && value <= high) return value;
  }
  blame(fmt::format("must be a number from {} to {}", low, high), found());
  return low;
}

std::vector<Node> Node::items() const {
  std::vector<Node> nodes;
  if (!exists()) return nodes;
  if (!json_->is_array()) {
    blame("must be an array", found());
    return nodes;
  }
  for (std::size_t i = 0; i < json_->size(); ++i) {
    nodes.emplace_back(document_, &(*json_)[i], fmt::format("{}/{}", pointer_, i));
  }
  return nodes;
}

std::vector<std::string> Node::texts() const {
  std::vector<std::string> values;
  for (const Node& item : items()) values.push_back(item.text());
  return values;
}

std::string Node::found() const {
  std::string text = json_->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return "found " + text;
}

}  // namespace effk::suite
