#include "harness/value/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "harness/value/big_integer_text.h"
#include "harness/value/utf8.h"

namespace effk::value {
namespace {

// Writes until more than the limit is there, and nothing after that: the work is bounded by the limit and
// not by the value.
class TextWriter {
 public:
  explicit TextWriter(std::size_t limit) : limit_(limit) {}

  bool full() const { return out_.size() > limit_; }

  void add(std::string_view text) {
    if (!full()) out_.append(text.substr(0, limit_ + 1 - out_.size()));
  }

  // Cut to the limit, the dots included.
  std::string take() && {
    if (full()) {
      constexpr std::string_view kDots = "...";
      const std::size_t dots = std::min(limit_, kDots.size());
      out_.resize(limit_ - dots);
      out_ += kDots.substr(0, dots);
    }
    return std::move(out_);
  }

  void write(const Value& value) {
    std::visit([&](const auto& held) { this->put(held); }, value.data);
  }

  // Escapes whatever is not printable ASCII: text of a sample must not be able to steer a terminal, nor to
  // look like other text. \xNN is a byte that is no UTF-8 (or a control character), \uNNNN a code point.
  void write_quoted(std::string_view text, bool code_points) {
    const bool has_single = text.find('\'') != std::string_view::npos;
    const char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
    add({&quote, 1});
    while (!text.empty() && !full()) {
      const auto byte = static_cast<unsigned char>(text[0]);
      const CodePoint point = code_points ? first_code_point(text) : CodePoint{byte, byte < 0x80 ? 1u : 0u};
      if (point.length > 1) {
        add(point.value > 0xffff ? fmt::format("\\U{:08x}", static_cast<unsigned>(point.value))
                                 : fmt::format("\\u{:04x}", static_cast<unsigned>(point.value)));
      } else if (byte == '\\' || text[0] == quote) {
        add("\\");
        add(text.substr(0, 1));
      } else if (byte >= 0x20 && byte < 0x7f) {
        add(text.substr(0, 1));
      } else if (byte == '\n' || byte == '\t' || byte == '\r') {
        add(byte == '\n' ? "\\n" : byte == '\t' ? "\\t" : "\\r");
      } else {
        add(fmt::format("\\x{:02x}", byte));
      }
      text.remove_prefix(std::max<std::size_t>(point.length, 1));
    }
    add({&quote, 1});
  }

 private:
  void put(None) { add("None"); }
  void put(bool value) { add(value ? "True" : "False"); }
  void put(std::int64_t value) { add(fmt::format("{}", value)); }
  void put(const BigInt& value) { add(to_text(value, limit_ + 1)); }
  void put(double value) {
    if (value != value) return add("nan");  // fmt shows the sign of a NaN, Python does not
    std::string text = fmt::format("{}", value);
    if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
    add(text);
  }
  void put(const std::string& value) { write_quoted(value, true); }
  void put(const Bytes& value) {
    add("b");
    write_quoted(value.bytes, false);
  }
  void put(const List& list) {
    add("[");
    items(list.items);
    add("]");
  }
  void put(const Tuple& tuple) {
    add("(");
    items(tuple.items);
    add(tuple.items.size() == 1 ? ",)" : ")");
  }
  void put(const Set& set) {
    if (set.items.empty()) return add("set()");
    add("{");
    items(set.items);
    add("}");
  }
  void put(const Dict& dict) {
    add("{");
    for (std::size_t i = 0; i < dict.items.size() && !full(); ++i) {
      if (i != 0) add(", ");
      write(dict.items[i].key);
      add(": ");
      write(dict.items[i].value);
    }
    add("}");
  }
  void items(const std::vector<Value>& values) {
    for (std::size_t i = 0; i < values.size() && !full(); ++i) {
      if (i != 0) add(", ");
      write(values[i]);
    }
  }

  std::size_t limit_;
  std::string out_;
};

}  // namespace

std::string to_text(const Value& value, std::size_t limit) {
  TextWriter writer(limit);
  writer.write(value);
  return std::move(writer).take();
}

std::string quoted(std::string_view text, std::size_t limit) {
  TextWriter writer(limit);
  writer.write_quoted(text, true);
  return std::move(writer).take();
}

std::string_view kind_name(const Value& value) {
  constexpr std::string_view kNames[] = {"None",  "bool", "int",   "bigint", "float", "str",
                                         "bytes", "list", "tuple", "set",    "dict"};
  static_assert(std::size(kNames) == std::variant_size_v<decltype(value.data)>);
  return kNames[value.data.index()];
}

}  // namespace effk::value
