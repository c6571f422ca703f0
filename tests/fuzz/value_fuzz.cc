// What decode() and the native codec hold against any bytes: see the claims below. A claim that does not
// hold ends the program, as a sanitizer's finding does.
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "harness/value/equality.h"
#include "harness/value/include/effk/codec.h"
#include "harness/value/value.h"

namespace {

using effk::value::decode;
using effk::value::parse_type;
using effk::value::Type;
using effk::value::Value;

void claim(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n";
  std::abort();
}

void check_accepted(const Value& value, std::string_view bytes) {
  claim(effk::value::encode(value) == bytes, "encode() reproduces what decode() accepted");
  claim(effk::value::to_text(value, 100).size() <= 100, "to_text() keeps its limit");
  claim(!effk::value::difference(value, value, Type{}, {}).has_value(), "a value equals itself");
}

// The same bytes as data of type T, which `type` declares.
template <typename T>
void check_codec(const effk::Result<Value>& value, const Type& type, std::string_view bytes) {
  std::optional<T> data;
  try {
    data = effk::codec::read_whole<T>(bytes);
  } catch (const effk::codec::Malformed&) {
  }
  // The codec leaves it to others whether a str is UTF-8, so only one direction holds.
  const bool conforms = value && effk::value::conforms(*value, type).has_value();
  claim(data.has_value() || !conforms, "the codec reads every value of its type");
  claim(!data || value.has_value(), "the codec reads nothing that decode() refuses");
  if (!data) return;
  std::string written;
  effk::codec::write(written, *data);
  const auto again = decode(written);
  claim(again && !effk::value::difference(*value, *again, type, {}).has_value(),
        "what the codec wrote is what it read");
}

using Numbers = std::vector<std::int64_t>;
using Texts = std::vector<std::optional<std::string>>;
using Edges = std::vector<std::tuple<std::int64_t, double, bool>>;
using Nested = std::tuple<std::vector<Numbers>, std::pair<bool, std::optional<double>>, std::string>;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Type numbers = *parse_type("list[int]");
  static const Type texts = *parse_type("list[optional[str]]");
  static const Type edges = *parse_type("list[tuple[int,float,bool]]");
  static const Type nested = *parse_type("tuple[list[list[int]],tuple[bool,optional[float]],str]");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);

  const auto value = decode(bytes);
  if (value) check_accepted(*value, bytes);
  check_codec<Numbers>(value, numbers, bytes);
  check_codec<Texts>(value, texts, bytes);
  check_codec<Edges>(value, edges, bytes);
  check_codec<Nested>(value, nested, bytes);

  const auto type = parse_type(bytes);
  if (type) claim(*parse_type(to_string(*type)) == *type, "parse_type() reads what to_string() writes");
  return 0;
}
