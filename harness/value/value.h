// harness/value/value.h -- a value that crosses the border between harness and solutions, and its one
// binary form (docs/value-format.md).
//
//   Errors   bad_input: what is malformed, at which byte. A decoder never reads past its input, never
//            allocates more than a small multiple of the input's size (40 at worst, for a list of None), and
//            refuses depth over 1000 and more than 2^24 values. encode() throws std::logic_error for a
//            value that breaks what is said below or is too deep or too large.
//   Threads  plain values.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "harness/base/error.h"
#include "harness/value/type.h"

namespace effk::value {

struct Value;
struct DictItem;

struct None {
  bool operator==(const None&) const = default;
};
// Two's complement, little-endian, minimal length; only for integers that do not fit 64 bits.
struct BigInt {
  std::string bytes;
  bool operator==(const BigInt&) const = default;
};
struct Bytes {
  std::string bytes;
  bool operator==(const Bytes&) const = default;
};
struct List {
  std::vector<Value> items;
};
struct Tuple {
  std::vector<Value> items;
};
// Items in ascending order of their encoded bytes, without repetition.
struct Set {
  std::vector<Value> items;
};
// In insertion order; the keys' encoded bytes differ.
struct Dict {
  std::vector<DictItem> items;
};

struct Value {
  std::variant<None, bool, std::int64_t, BigInt, double, std::string, Bytes, List, Tuple, Set, Dict> data;
};

// Not a std::pair: that asks whether a Value can be constructed while it is itself one of Value's parts,
// and clang 14 (clang-tidy, libFuzzer) refuses the circle.
struct DictItem {
  Value key;
  Value value;
};

// The binary form of a value. encode(*decode(x)) == x for every x that decode() accepts.
std::string encode(const Value& value);
Result<Value> decode(std::string_view bytes);

// Python-like text for messages: [1, 'ab', None]; cut to `limit` characters with "..." at the end.
std::string to_text(const Value& value, std::size_t limit = 200);

// An error that names the first place where `value` is not of `type`; an int is accepted for a float.
Result<void> conforms(const Value& value, const Type& type);

}  // namespace effk::value
