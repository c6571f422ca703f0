// tests/value/random_value.h -- values of every kind for property tests.
#pragma once

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "harness/value/value.h"

namespace effk::value {

inline void showValue(const Value& value, std::ostream& out) {
  out << to_text(value, 1000);
}

}  // namespace effk::value

namespace effk::value::testing {

// Two's complement of `top` and 8 or more bytes below it, which no 64 bits hold.
inline BigInt big_integer(std::string low_bytes, bool negative) {
  low_bytes.resize(std::max<std::size_t>(low_bytes.size(), 8), '\x5a');
  return BigInt{low_bytes + (negative ? '\x80' : '\x01')};
}

// Ascending by encoded bytes and without repetition, as a Set must be.
inline Set set_of(std::vector<Value> items) {
  std::vector<std::pair<std::string, Value>> encoded;
  for (Value& item : items) {
    std::string bytes = encode(item);
    encoded.emplace_back(std::move(bytes), std::move(item));
  }
  std::sort(encoded.begin(), encoded.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Set set;
  for (std::size_t i = 0; i < encoded.size(); ++i)
    if (i == 0 || encoded[i].first != encoded[i - 1].first) set.items.push_back(std::move(encoded[i].second));
  return set;
}

// In the given order, the first of pairs with the same key.
inline Dict dict_of(std::vector<std::pair<Value, Value>> pairs) {
  Dict dict;
  std::vector<std::string> keys;
  for (auto& pair : pairs) {
    std::string key = encode(pair.first);
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    keys.push_back(std::move(key));
    dict.items.push_back({std::move(pair.first), std::move(pair.second)});
  }
  return dict;
}

inline rc::Gen<Value> random_scalar() {
  using rc::gen::arbitrary;
  using rc::gen::map;
  const auto text = rc::gen::container<std::string>(arbitrary<char>());
  return rc::gen::oneOf(
      rc::gen::just(Value{None{}}), map(arbitrary<bool>(), [](bool b) { return Value{b}; }),
      map(arbitrary<std::int64_t>(), [](std::int64_t i) { return Value{i}; }),
      map(rc::gen::pair(text, arbitrary<bool>()),
          [](std::pair<std::string, bool> p) { return Value{big_integer(std::move(p.first), p.second)}; }),
      map(arbitrary<double>(), [](double d) { return Value{d}; }),
      rc::gen::element(Value{0.0}, Value{-0.0}, Value{1.0 / 3}, Value{__builtin_nan("")},
                       Value{__builtin_inf()}, Value{-__builtin_inf()}, Value{INT64_MIN}, Value{INT64_MAX}),
      map(text, [](std::string s) { return Value{std::move(s)}; }),
      map(text, [](std::string s) { return Value{Bytes{std::move(s)}}; }));
}

// Of every kind, containers at most `levels` deep.
inline rc::Gen<Value> random_value(int levels) {
  if (levels == 0) return random_scalar();
  const auto below = random_value(levels - 1);
  const auto items = rc::gen::scale(0.5, rc::gen::container<std::vector<Value>>(below));
  const auto pairs = rc::gen::scale(
      0.4, rc::gen::container<std::vector<std::pair<Value, Value>>>(rc::gen::pair(below, below)));
  using Items = std::vector<Value>;
  return rc::gen::oneOf(
      random_scalar(), rc::gen::map(items, [](Items held) { return Value{List{std::move(held)}}; }),
      rc::gen::map(items, [](Items held) { return Value{Tuple{std::move(held)}}; }),
      rc::gen::map(items, [](Items held) { return Value{set_of(std::move(held))}; }),
      rc::gen::map(
          pairs, [](std::vector<std::pair<Value, Value>> held) { return Value{dict_of(std::move(held))}; }));
}

}  // namespace effk::value::testing
