#include "harness/value/equality.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "harness/value/canonical.h"
#include "harness/value/path.h"
#include "harness/value/text.h"
#include "harness/value/utf8.h"

namespace effk::value {
namespace {

using Kind = Type::Kind;
using Found = std::optional<Finding>;

constexpr std::size_t kValueCharacters = 60;

Finding unequal(const Value& expected, const Value& found) {
  return {fmt::format("expected {}, found {}", to_text(expected, kValueCharacters),
                      to_text(found, kValueCharacters)),
          {}};
}

bool close(double expected, double found, const Tolerance& tolerance) {
  if (expected == found) return true;
  if (std::isnan(expected) || std::isnan(found)) return std::isnan(expected) && std::isnan(found);
  // An infinity is only itself: any relative bound of it would admit everything.
  if (std::isinf(expected) || std::isinf(found)) return false;
  const double distance = std::fabs(expected - found);
  return distance <= tolerance.absolute || distance <= tolerance.relative * std::fabs(expected);
}

const std::vector<Value>* sequence(const Value& value) {
  if (const auto* list = std::get_if<List>(&value.data)) return &list->items;
  if (const auto* tuple = std::get_if<Tuple>(&value.data)) return &tuple->items;
  return nullptr;
}

std::optional<double> number(const Value& value) {
  if (const auto* real = std::get_if<double>(&value.data)) return *real;
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*integer);
  return std::nullopt;
}

// Texts that differ late would look alike when cut, so the message then begins where they part.
Found text_difference(const Value& expected, const std::string& a, const Value& found, const std::string& b) {
  if (a == b) return std::nullopt;
  auto part =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  if (part < kValueCharacters / 2) return unequal(expected, found);
  const bool is_text = std::holds_alternative<std::string>(expected.data);
  const auto is_within_code_point = [&](const std::string& text) {
    return part < text.size() && (static_cast<unsigned char>(text[part]) & 0xc0u) == 0x80;
  };
  for (int back = 0; is_text && back < 3 && (is_within_code_point(a) || is_within_code_point(b)); ++back)
    --part;
  const auto tail = [&](const std::string& text) {
    const Value rest = is_text ? Value{text.substr(part, kValueCharacters)}
                               : Value{Bytes{text.substr(part, kValueCharacters)}};
    return to_text(rest, kValueCharacters);
  };
  return Finding{fmt::format("expected {} from byte {} on, found {}", tail(a), part, tail(b)), {}};
}

class Comparison {
 public:
  explicit Comparison(const Tolerance& tolerance) : tolerance_(tolerance) {}

  Found compare(const Value& expected, const Value& found, const Type& type, int depth) const {
    if (depth > kMaxDepth) throw std::logic_error("effk::value::difference: nested more than 1000 deep");
    switch (type.kind) {
      case Kind::floating: {
        const auto a = number(expected);
        const auto b = number(found);
        if (!a || !b) break;
        return close(*a, *b, tolerance_) ? Found() : unequal(expected, found);
      }
      case Kind::list:
      case Kind::tuple: {
        const auto* a = sequence(expected);
        const auto* b = sequence(found);
        if (a == nullptr || b == nullptr) break;
        return compare_items(*a, *b, type, depth);
      }
      case Kind::optional:
        if (std::holds_alternative<None>(expected.data) || std::holds_alternative<None>(found.data)) break;
        return compare(expected, found, type.arguments[0], depth);
      case Kind::integer:
      case Kind::boolean:
      case Kind::string:
      case Kind::any:
        break;
    }
    return compare_exactly(expected, found, depth);
  }

 private:
  // Types must match, as under any.
  Found compare_exactly(const Value& expected, const Value& found, int depth) const {
    if (expected.data.index() != found.data.index()) return unequal(expected, found);
    return std::visit(
        [&](const auto& a) {
          const auto& b = std::get<std::decay_t<decltype(a)>>(found.data);
          return this->compare_held(a, b, expected, found, depth);
        },
        expected.data);
  }

  template <typename Plain>
  Found compare_held(const Plain& a, const Plain& b, const Value& expected, const Value& found, int) const {
    return a == b ? Found() : unequal(expected, found);
  }
  Found compare_held(double a, double b, const Value& expected, const Value& found, int) const {
    return close(a, b, tolerance_) ? Found() : unequal(expected, found);
  }
  Found compare_held(const std::string& a, const std::string& b, const Value& expected, const Value& found,
                     int) const {
    return text_difference(expected, a, found, b);
  }
  Found compare_held(const Bytes& a, const Bytes& b, const Value& expected, const Value& found, int) const {
    return text_difference(expected, a.bytes, found, b.bytes);
  }
  Found compare_held(const List& a, const List& b, const Value&, const Value&, int depth) const {
    return compare_items(a.items, b.items, Type{}, depth);
  }
  Found compare_held(const Tuple& a, const Tuple& b, const Value&, const Value&, int depth) const {
    return compare_items(a.items, b.items, Type{}, depth);
  }
  Found compare_held(const Set& a, const Set& b, const Value&, const Value&, int) const {
    return compare_sets(a, b);
  }
  Found compare_held(const Dict& a, const Dict& b, const Value&, const Value&, int depth) const {
    return compare_dicts(a, b, depth);
  }

  Found compare_items(const std::vector<Value>& expected, const std::vector<Value>& found, const Type& type,
                      int depth) const {
    static const Type any;
    const std::size_t both = std::min(expected.size(), found.size());
    for (std::size_t i = 0; i < both; ++i) {
      const Type& item = type.kind == Kind::list                                 ? type.arguments[0]
                         : type.kind == Kind::tuple && i < type.arguments.size() ? type.arguments[i]
                                                                                 : any;
      if (auto finding = compare(expected[i], found[i], item, depth + 1))
        return std::move(*finding).within(i);
    }
    if (expected.size() == found.size()) return std::nullopt;
    return Finding{fmt::format("expected {} items, found {}", expected.size(), found.size()), {}};
  }

  // Both ascend by their encoded bytes, so one walk finds the first item that only one of them has.
  Found compare_sets(const Set& expected, const Set& found) const {
    const std::size_t both = std::min(expected.items.size(), found.items.size());
    std::size_t i = 0;
    int order = 0;
    for (; i < both; ++i) {
      order = encode(expected.items[i]).compare(encode(found.items[i]));
      if (order != 0) break;
    }
    if (order < 0 || (order == 0 && i < expected.items.size()))
      return Finding{fmt::format("expected {} in the set, found no such item", brief(expected.items[i])), {}};
    if (order > 0 || i < found.items.size())
      return Finding{fmt::format("expected no {} in the set, found it", brief(found.items[i])), {}};
    return std::nullopt;
  }

  struct Entry {
    std::string key;
    std::size_t index;
  };

  static std::vector<Entry> entries(const Dict& dict) {
    std::vector<Entry> sorted;
    sorted.reserve(dict.items.size());
    for (std::size_t i = 0; i < dict.items.size(); ++i) sorted.push_back({encode(dict.items[i].key), i});
    std::sort(sorted.begin(), sorted.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    return sorted;
  }

  // For each pair of `dict` the index of the other's pair with the same key, or its size.
  static std::vector<std::size_t> partners(const std::vector<Entry>& entries,
                                           const std::vector<Entry>& others) {
    std::vector<std::size_t> partner(entries.size(), others.size());
    auto other = others.begin();
    for (const Entry& entry : entries) {
      while (other != others.end() && other->key < entry.key) ++other;
      if (other != others.end() && other->key == entry.key) partner[entry.index] = other->index;
    }
    return partner;
  }

  Found compare_dicts(const Dict& expected, const Dict& found, int depth) const {
    const auto expected_entries = entries(expected);
    const auto found_entries = entries(found);
    const auto in_found = partners(expected_entries, found_entries);
    for (std::size_t i = 0; i < expected.items.size(); ++i) {
      const auto& [key, value] = expected.items[i];
      if (in_found[i] == found.items.size())
        return Finding{fmt::format("expected {}, found no such key", brief(value)), {}}.within_key(key);
      if (auto finding = compare(value, found.items[in_found[i]].value, Type{}, depth + 1))
        return std::move(*finding).within_key(key);
    }
    const auto in_expected = partners(found_entries, expected_entries);
    for (std::size_t i = 0; i < found.items.size(); ++i)
      if (in_expected[i] == expected.items.size())
        return Finding{fmt::format("expected no such key, found {}", brief(found.items[i].value)), {}}
            .within_key(found.items[i].key);
    return std::nullopt;
  }

  static std::string brief(const Value& value) { return to_text(value, kValueCharacters); }

  const Tolerance& tolerance_;
};

}  // namespace

std::optional<std::string> difference(const Value& expected, const Value& found, const Type& type,
                                      const Tolerance& tolerance) {
  const auto finding = Comparison(tolerance).compare(expected, found, type, 0);
  if (!finding) return std::nullopt;
  return finding->message();
}

}  // namespace effk::value
