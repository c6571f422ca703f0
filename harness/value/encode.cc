#include <cstring>
#include <stdexcept>
#include <utility>

#include "harness/value/canonical.h"
#include "harness/value/value.h"

namespace effk::value {
namespace {

[[noreturn]] void broken(const char* promise) {
  throw std::logic_error(std::string("effk::value::encode: ") + promise);
}

class Encoder {
 public:
  std::string take() && { return std::move(out_); }

  void write(const Value& value, int depth) {
    std::visit([&](const auto& held) { this->put(held, depth); }, value.data);
  }

 private:
  void tag(Tag tag) { out_.push_back(static_cast<char>(tag)); }

  template <typename Number>
  void tagged(Tag tag, Number number) {
    char form[1 + sizeof number];
    form[0] = static_cast<char>(tag);
    std::memcpy(form + 1, &number, sizeof number);
    out_.append(form, sizeof form);
  }

  void header(Tag tag, std::size_t count) {
    if (count > UINT32_MAX) broken("a value has at most 4294967295 items");
    tagged(tag, static_cast<std::uint32_t>(count));
  }

  void container(Tag tag, std::size_t count, std::size_t values, int depth) {
    if (depth >= kMaxDepth) broken("containers are nested at most 1000 deep");
    held_ += values;
    if (held_ > kMaxValues) broken("at most 2^24 values are held");
    header(tag, count);
  }

  std::string_view since(std::size_t start) const { return std::string_view(out_).substr(start); }

  void put(None, int) { tag(Tag::none); }
  void put(bool value, int) { tag(value ? Tag::true_ : Tag::false_); }
  void put(std::int64_t value, int) { tagged(Tag::integer, value); }
  void put(double value, int) {
    tagged(Tag::floating, value == value ? std::bit_cast<std::uint64_t>(value) : kNaNBits);
  }
  void put(const BigInt& value, int) {
    if (!is_canonical_big_integer(value.bytes)) broken("a bigint does not fit 64 bits and is minimal");
    header(Tag::big_integer, value.bytes.size());
    out_ += value.bytes;
  }
  void put(const std::string& value, int) {
    header(Tag::string, value.size());
    out_ += value;
  }
  void put(const Bytes& value, int) {
    header(Tag::bytes, value.bytes.size());
    out_ += value.bytes;
  }
  void put(const List& list, int depth) {
    container(Tag::list, list.items.size(), list.items.size(), depth);
    for (const Value& item : list.items) write(item, depth + 1);
  }
  void put(const Tuple& tuple, int depth) {
    container(Tag::tuple, tuple.items.size(), tuple.items.size(), depth);
    for (const Value& item : tuple.items) write(item, depth + 1);
  }
  void put(const Set& set, int depth) {
    container(Tag::set, set.items.size(), set.items.size(), depth);
    std::size_t previous = out_.size();
    for (const Value& item : set.items) {
      const std::size_t start = out_.size();
      write(item, depth + 1);
      if (since(start) <= since(previous).substr(0, start - previous)) broken("a set's items ascend");
      previous = start;
    }
  }
  void put(const Dict& dict, int depth) {
    container(Tag::dict, dict.items.size(), 2 * dict.items.size(), depth);
    std::vector<std::pair<std::size_t, std::size_t>> ranges;  // out_ moves while it grows: no views yet
    ranges.reserve(dict.items.size());
    for (const auto& [key, mapped] : dict.items) {
      const std::size_t start = out_.size();
      write(key, depth + 1);
      ranges.emplace_back(start, out_.size() - start);
      write(mapped, depth + 1);
    }
    std::vector<std::string_view> keys;
    keys.reserve(ranges.size());
    for (const auto& [start, length] : ranges) keys.push_back(since(start).substr(0, length));
    if (find_repetition(keys) != keys.size()) broken("a dict's keys differ");
  }

  std::string out_;
  std::size_t held_ = 0;  // values of all containers so far
};

}  // namespace

std::string encode(const Value& value) {
  Encoder encoder;
  encoder.write(value, 0);
  return std::move(encoder).take();
}

}  // namespace effk::value
