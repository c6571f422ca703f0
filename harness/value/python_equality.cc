// Both values are rewritten so that what Python calls equal has one form: every number that is an integer
// becomes one. Then equality is that of values.
#include "harness/value/python_equality.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
namespace effk::value {
namespace {

// Of an integer beyond 64 bits. A double of that size is its mantissa of 53 bits, moved up.
BigInt big_integer_of(double real) {
  int exponent = 0;
  const auto mantissa = static_cast<std::uint64_t>(std::ldexp(std::frexp(std::fabs(real), &exponent), 53));
  exponent -= 53;
  BigInt big;
  big.bytes.assign(static_cast<std::size_t>(exponent / 8), '\0');
  // 53 bits moved by less than 8 fit 64; one byte more is for the sign.
  const std::uint64_t top = mantissa << (exponent % 8);
  for (int shift = 0; shift < 64; shift += 8) big.bytes += static_cast<char>(top >> shift);
  big.bytes += '\0';
  if (real < 0) {
    unsigned carry = 1;
    for (char& byte : big.bytes) {
      carry += static_cast<unsigned char>(~byte);
      byte = static_cast<char>(carry);
      carry >>= 8;
    }
  }
  const char sign = real < 0 ? '\xff' : '\0';
  const auto is_spare = [&] {
    const char below = big.bytes[big.bytes.size() - 2];
    return big.bytes.back() == sign && ((below ^ sign) & 0x80) == 0;
  };
  while (is_spare()) big.bytes.pop_back();
  return big;
}

class OneForm {
 public:
  bool has_nan = false;

  Value of(const Value& value) {
    return std::visit([this](const auto& held) { return form(held); }, value.data);
  }

 private:
  template <typename Plain>
  Value form(const Plain& held) {
    return {held};
  }
  Value form(bool held) { return {std::int64_t{held}}; }
  Value form(double held) {
    constexpr double kInt64End = 9223372036854775808.0;
    has_nan = has_nan || std::isnan(held);
    if (!std::isfinite(held) || std::trunc(held) != held) return {held};
    if (held >= -kInt64End && held < kInt64End) return {static_cast<std::int64_t>(held)};
    return {big_integer_of(held)};
  }
  Value form(const List& held) { return {List{items(held.items)}}; }
  Value form(const Tuple& held) { return {Tuple{items(held.items)}}; }
  Value form(const Set& held) {
    std::map<std::string, Value> by_bytes;
    for (Value& item : items(held.items)) {
      std::string bytes = encode(item);
      by_bytes.emplace(std::move(bytes), std::move(item));
    }
    Set set;
    for (auto& [bytes, item] : by_bytes) set.items.push_back(std::move(item));
    return {std::move(set)};
  }
  // Of keys that are one key to Python the last value is kept.
  Value form(const Dict& held) {
    std::map<std::string, DictItem> by_bytes;
    for (const DictItem& item : held.items) {
      Value key = of(item.key);
      std::string bytes = encode(key);
      by_bytes.insert_or_assign(std::move(bytes), DictItem{std::move(key), of(item.value)});
    }
    Dict dict;
    for (auto& [bytes, item] : by_bytes) dict.items.push_back(std::move(item));
    return {std::move(dict)};
  }

  std::vector<Value> items(const std::vector<Value>& held) {
    std::vector<Value> all;
    all.reserve(held.size());
    for (const Value& item : held) all.push_back(of(item));
    return all;
  }
};

}  // namespace

bool is_equal_in_python(const Value& a, const Value& b) {
  // int has two forms, of different numbers.
  if (a.data.index() != b.data.index()) return false;
  OneForm form;
  const Value one = form.of(a);
  const Value other = form.of(b);
  return !form.has_nan && encode(one) == encode(other);
}

}  // namespace effk::value
