#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "harness/value/canonical.h"
#include "harness/value/value.h"

namespace effk::value {
namespace {

// Reads what a sample may have written. Each function returns false after refuse().
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  Result<Value> whole() {
    Value value;
    if (read(value, 0) && at_ != bytes_.size())
      refuse(at_, fmt::format("the value ends there, and {} bytes follow", bytes_.size() - at_));
    if (!why_.empty())
      return fail(ErrorKind::bad_input, fmt::format("the value is malformed at byte {}", wrong_at_), why_);
    return value;
  }

 private:
  bool refuse(std::size_t at, std::string why) {
    wrong_at_ = at;
    why_ = std::move(why);
    return false;
  }

  std::size_t remaining() const { return bytes_.size() - at_; }

  template <typename Number>
  bool number(Number& value) {
    if (remaining() < sizeof value)
      return refuse(
          at_, fmt::format("a number of {} bytes begins there, and {} are left", sizeof value, remaining()));
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return true;
  }

  bool text(std::string& into) {
    std::uint32_t length = 0;
    if (!number(length)) return false;
    if (length > remaining())
      return refuse(at_, fmt::format("{} bytes of text begin there, and {} are left", length, remaining()));
    into.assign(bytes_.data() + at_, length);
    at_ += length;
    return true;
  }

  // Reads the count of a container whose items are `values_each` values, and takes room for them.
  template <typename Items>
  bool open(Items& items, std::size_t values_each, std::uint32_t& count, int depth) {
    if (depth == kMaxDepth)
      return refuse(at_ - 1, fmt::format("the containers are nested more than {} deep", kMaxDepth));
    const std::size_t start = at_ - 1;
    if (!number(count)) return false;
    // Each value takes a byte at least, and those still owed to the containers around this one are not free
    // for it: so all the room that is ever taken, in nested containers too, is for as many values as the
    // input has bytes.
    const std::size_t values = count * values_each;
    const std::size_t free = remaining() - std::min(owed_, remaining());
    if (values > free)
      return refuse(
          start,
          fmt::format("a container of {} values begins there, and {} bytes are left for them", values, free));
    held_ += values;
    if (held_ > kMaxValues)
      return refuse(start,
                    fmt::format("more than {} values would be held with those that begin there", kMaxValues));
    owed_ += values;
    items.reserve(count);
    return true;
  }

  bool owed_value(Value& value, int depth) {
    --owed_;
    return read(value, depth);
  }

  template <typename Sequence>
  bool sequence(Value& value, int depth) {
    auto& items = value.data.emplace<Sequence>().items;
    std::uint32_t count = 0;
    if (!open(items, 1, count, depth)) return false;
    while (items.size() < count)
      if (!owed_value(items.emplace_back(), depth + 1)) return false;
    return true;
  }

  bool set(Value& value, int depth) {
    auto& items = value.data.emplace<Set>().items;
    std::uint32_t count = 0;
    if (!open(items, 1, count, depth)) return false;
    std::string_view previous;
    while (items.size() < count) {
      const std::size_t start = at_;
      if (!owed_value(items.emplace_back(), depth + 1)) return false;
      const std::string_view current = bytes_.substr(start, at_ - start);
      if (current <= previous)  // no value has an empty form, so the first is above `previous`
        return refuse(start, current == previous ? "an item of a set is repeated there"
                                                 : "an item of a set is not above the one before it");
      previous = current;
    }
    return true;
  }

  bool dict(Value& value, int depth) {
    auto& items = value.data.emplace<Dict>().items;
    std::uint32_t count = 0;
    if (!open(items, 2, count, depth)) return false;
    std::vector<std::string_view> keys;
    keys.reserve(count);
    while (items.size() < count) {
      auto& [key, mapped] = items.emplace_back();
      const std::size_t start = at_;
      if (!owed_value(key, depth + 1)) return false;
      keys.push_back(bytes_.substr(start, at_ - start));
      if (!owed_value(mapped, depth + 1)) return false;
    }
    const std::size_t repeated = find_repetition(keys);
    if (repeated == keys.size()) return true;
    return refuse(static_cast<std::size_t>(keys[repeated].data() - bytes_.data()),
                  "a key of a dict is repeated there");
  }

  bool big_integer(Value& value) {
    const std::size_t start = at_ - 1;
    auto& big = value.data.emplace<BigInt>();
    if (!text(big.bytes)) return false;
    if (is_canonical_big_integer(big.bytes)) return true;
    return refuse(start, "a bigint has needless bytes or fits 64 bits");
  }

  bool floating(Value& value) {
    const std::size_t start = at_ - 1;
    auto& number_ = value.data.emplace<double>();
    if (!number(number_)) return false;
    if (number_ == number_ || std::bit_cast<std::uint64_t>(number_) == kNaNBits) return true;
    return refuse(start, "a NaN is written otherwise than 0x7ff8000000000000");
  }

  bool read(Value& value, int depth) {
    std::uint8_t tag = 0;
    if (remaining() == 0) return refuse(at_, "the input ends where a value should begin");
    number(tag);
    switch (static_cast<Tag>(tag)) {
      case Tag::none:
        value.data.emplace<None>();
        return true;
      case Tag::false_:
        value.data.emplace<bool>(false);
        return true;
      case Tag::true_:
        value.data.emplace<bool>(true);
        return true;
      case Tag::integer:
        return number(value.data.emplace<std::int64_t>());
      case Tag::big_integer:
        return big_integer(value);
      case Tag::floating:
        return floating(value);
      case Tag::string:
        return text(value.data.emplace<std::string>());
      case Tag::bytes:
        return text(value.data.emplace<Bytes>().bytes);
      case Tag::list:
        return sequence<List>(value, depth);
      case Tag::tuple:
        return sequence<Tuple>(value, depth);
      case Tag::set:
        return set(value, depth);
      case Tag::dict:
        return dict(value, depth);
    }
    return refuse(at_ - 1, fmt::format("no value has the tag 0x{:02x}", tag));
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t owed_ = 0;  // values that open containers still have to read
  std::size_t held_ = 0;  // values of all containers so far, the owed ones too
  std::size_t wrong_at_ = 0;
  std::string why_;  // empty: nothing is wrong
};

}  // namespace

Result<Value> decode(std::string_view bytes) {
  return Decoder(bytes).whole();
}

}  // namespace effk::value
