// effk/codec.h -- ordinary C++ values to the binary form of values (docs/value-format.md) and back.
//
// For programs that stand outside the harness: generators, and the codec libraries that sit in a measured
// child. It needs the standard library only. The harness itself uses harness/value/value.h.
//
//   Types    bool, 32- and 64-bit integers, double, std::string, std::vector<T>, std::tuple<T...>,
//            std::pair<A, B> (a tuple), std::optional<T> (None or T).
//   Errors   reading throws Malformed; writing throws std::length_error if a container or a string has
//            more than 2^32 - 1 items. A reader never reads past its input, allocates at most a multiple of
//            its size that the type decides, and goes no deeper than the type.
//   Threads  plain functions and values.
//
// Both ways are written for few instructions an item, since they are charged to a measured child: sizes are
// known before the first byte is written, and items of fixed size are read behind one check of the bounds.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace effk::codec {

static_assert(std::endian::native == std::endian::little, "the binary form is little-endian");

struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

namespace detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void refuse(const char* why) {
  throw Malformed(why);
}
[[noreturn, gnu::cold, gnu::noinline]] inline void refuse_size() {
  throw std::length_error("a value has more than 4294967295 items");
}

}  // namespace detail

// Bytes that are being read, from the front. The bytes must outlive it.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }

  // Returns the next `count` bytes and steps over them.
  const char* take(std::size_t count) {
    if (count > remaining()) [[unlikely]]
      detail::refuse("the input ends within a value");
    const char* taken = at_;
    at_ += count;
    return taken;
  }

  // The next byte, which stays.
  unsigned char peek() const {
    if (at_ == end_) [[unlikely]]
      detail::refuse("the input ends where a value should begin");
    return static_cast<unsigned char>(*at_);
  }

 private:
  const char* at_;
  const char* end_;
};

namespace detail {

enum Tag : unsigned char {
  kNone = 0x00,
  kFalse = 0x01,
  kTrue = 0x02,
  kInteger = 0x03,
  kBigInteger = 0x04,
  kFloat = 0x05,
  kString = 0x06,
  kList = 0x08,
  kTuple = 0x09,
};

constexpr std::size_t kHeaderBytes = 5;  // the tag and a count

template <typename Number>
Number load(const char* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

template <typename Number>
char* store(char* to, Number number) {
  std::memcpy(to, &number, sizeof number);
  return to + sizeof number;
}

inline char* store_tag(char* to, Tag tag) {
  *to = static_cast<char>(tag);
  return to + 1;
}

inline char* store_header(char* to, Tag tag, std::size_t count) {
  return store(store_tag(to, tag), static_cast<std::uint32_t>(count));
}

inline void check_count(std::size_t count) {
  if (count > UINT32_MAX) [[unlikely]]
    refuse_size();
}

inline unsigned char tag_at(const char* at) {
  return static_cast<unsigned char>(*at);
}

// Reads the header of a list or a tuple: either may stand where the other is declared.
inline std::uint32_t sequence_count(const char* header) {
  if (tag_at(header) != kList && tag_at(header) != kTuple) [[unlikely]]
    refuse("expected a list or a tuple");
  return load<std::uint32_t>(header + 1);
}

inline void check_tuple(const char* header, std::size_t declared) {
  if (sequence_count(header) != declared) [[unlikely]]
    refuse("a tuple has another number of items than declared");
}

template <typename T>
concept Integer = std::integral<T> &&(sizeof(T) == 4 || sizeof(T) == 8) && !std::same_as<T, wchar_t> &&
                  !std::same_as<T, char32_t>;

// How a T is written and read:
//   kLeastBytes     no T takes fewer; with kFixed every T takes as many.
//   size(value)     the bytes that put() writes.
//   put(to, value)  writes them and returns their end.
//   get(from, value)    kFixed: reads kLeastBytes bytes, which the caller has made sure of.
//   get(reader, value)  otherwise.
template <typename T>
struct Form {
  static_assert(sizeof(T) == 0, "effk::codec cannot carry this type; see the list in effk/codec.h");
};

template <>
struct Form<bool> {
  static constexpr bool kFixed = true;
  static constexpr std::size_t kLeastBytes = 1;
  static std::size_t size(bool) { return 1; }
  static char* put(char* to, bool value) { return store_tag(to, value ? kTrue : kFalse); }
  static void get(const char* from, bool& value) {
    const auto rank = static_cast<unsigned char>(tag_at(from) - kFalse);
    if (rank > 1) [[unlikely]]
      refuse("expected a bool");
    value = rank == 1;
  }
};

// All but the unsigned ones of 64 bits, which need not fit an int64.
template <Integer T>
struct Form<T> {
  static constexpr bool kFixed = true;
  static constexpr std::size_t kLeastBytes = 9;
  static std::size_t size(T) { return kLeastBytes; }
  static char* put(char* to, T value) {
    return store(store_tag(to, kInteger), static_cast<std::int64_t>(value));
  }
  static void get(const char* from, T& value) {
    if (tag_at(from) != kInteger) [[unlikely]]
      refuse("expected an int of 64 bits");
    value = static_cast<T>(load<std::int64_t>(from + 1));
  }
};

template <Integer T>
requires(std::unsigned_integral<T> && sizeof(T) == 8) struct Form<T> {
  static constexpr bool kFixed = false;
  static constexpr std::size_t kLeastBytes = 9;
  static constexpr std::size_t kBigBytes = 9;  // 64 bits and a byte for the sign
  static std::size_t size(T value) { return value <= INT64_MAX ? kLeastBytes : kHeaderBytes + kBigBytes; }
  static char* put(char* to, T value) {
    if (value <= INT64_MAX) [[likely]]
      return store(store_tag(to, kInteger), value);
    return store(store(store_header(to, kBigInteger, kBigBytes), value), std::uint8_t{0});
  }
  static void get(Reader& reader, T& value) {
    if (reader.peek() == kInteger) [[likely]] {
      value = load<T>(reader.take(kLeastBytes) + 1);
      return;
    }
    if (reader.peek() != kBigInteger) refuse("expected an int");
    if (load<std::uint32_t>(reader.take(kHeaderBytes) + 1) != kBigBytes)
      refuse("expected an unsigned int of 64 bits");
    const char* digits = reader.take(kBigBytes);
    value = load<T>(digits);
    if (digits[8] != 0 || value <= INT64_MAX) refuse("expected an unsigned int of 64 bits");
  }
};

template <>
struct Form<double> {
  static constexpr bool kFixed = true;
  static constexpr std::size_t kLeastBytes = 9;
  static constexpr std::uint64_t kNaN = 0x7ff8000000000000u;
  static std::size_t size(double) { return kLeastBytes; }
  static char* put(char* to, double value) {
    const std::uint64_t bits = value == value ? std::bit_cast<std::uint64_t>(value) : kNaN;
    return store(store_tag(to, kFloat), bits);
  }
  static void get(const char* from, double& value) {
    if (tag_at(from) == kFloat) [[likely]] {
      value = load<double>(from + 1);
      if (value != value && load<std::uint64_t>(from + 1) != kNaN) [[unlikely]]
        refuse("a NaN in another form than 0x7ff8000000000000");
    } else if (tag_at(from) == kInteger) {
      value = static_cast<double>(load<std::int64_t>(from + 1));
    } else {
      refuse("expected a float");
    }
  }
};

template <>
struct Form<std::string> {
  static constexpr bool kFixed = false;
  static constexpr std::size_t kLeastBytes = kHeaderBytes;
  static std::size_t size(const std::string& value) {
    check_count(value.size());
    return kHeaderBytes + value.size();
  }
  static char* put(char* to, const std::string& value) {
    to = store_header(to, kString, value.size());
    std::memcpy(to, value.data(), value.size());
    return to + value.size();
  }
  static void get(Reader& reader, std::string& value) {
    const char* header = reader.take(kHeaderBytes);
    if (tag_at(header) != kString) [[unlikely]]
      refuse("expected a str");
    const auto length = load<std::uint32_t>(header + 1);
    value.assign(reader.take(length), length);
  }
};

template <typename T>
void get(Reader& reader, T& value) {
  if constexpr (Form<T>::kFixed)
    Form<T>::get(reader.take(Form<T>::kLeastBytes), value);
  else
    Form<T>::get(reader, value);
}

template <typename T>
struct Form<std::vector<T>> {
  static constexpr bool kFixed = false;
  static constexpr std::size_t kLeastBytes = kHeaderBytes;
  static std::size_t size(const std::vector<T>& value) {
    check_count(value.size());
    std::size_t bytes = kHeaderBytes;
    if constexpr (Form<T>::kFixed)
      bytes += value.size() * Form<T>::kLeastBytes;
    else
      for (const T& item : value) bytes += Form<T>::size(item);
    return bytes;
  }
  static char* put(char* to, const std::vector<T>& value) {
    to = store_header(to, kList, value.size());
    for (const auto& item : value) to = Form<T>::put(to, item);
    return to;
  }
  static void get(Reader& reader, std::vector<T>& value) {
    constexpr std::size_t kItem = Form<T>::kLeastBytes;
    const std::size_t count = sequence_count(reader.take(kHeaderBytes));
    if (count > reader.remaining() / kItem) [[unlikely]]
      refuse("a list has more items than bytes are left for");
    value = std::vector<T>(count);
    if constexpr (Form<T>::kFixed) {
      const char* from = reader.take(count * kItem);
      if constexpr (std::same_as<T, bool>) {
        for (std::size_t i = 0; i < count; ++i) {
          bool item = false;
          Form<bool>::get(from + i, item);
          value[i] = item;
        }
      } else {
        for (T& item : value) {
          Form<T>::get(from, item);
          from += kItem;
        }
      }
    } else {
      for (T& item : value) Form<T>::get(reader, item);
    }
  }
};

template <typename... T>
struct Form<std::tuple<T...>> {
  static constexpr bool kFixed = (Form<T>::kFixed && ...);
  static constexpr std::size_t kLeastBytes = (kHeaderBytes + ... + Form<T>::kLeastBytes);
  static std::size_t size(const std::tuple<T...>& value) {
    if constexpr (kFixed)
      return kLeastBytes;
    else
      return std::apply([](const T&... item) { return (kHeaderBytes + ... + Form<T>::size(item)); }, value);
  }
  static char* put(char* to, const std::tuple<T...>& value) {
    to = store_header(to, kTuple, sizeof...(T));
    std::apply([&](const T&... item) { ((to = Form<T>::put(to, item)), ...); }, value);
    return to;
  }
  static void get(const char* from, std::tuple<T...>& value) requires kFixed {
    check_tuple(from, sizeof...(T));
    from += kHeaderBytes;
    std::apply([&](T&... item) { ((Form<T>::get(from, item), from += Form<T>::kLeastBytes), ...); }, value);
  }
  static void get(Reader& reader, std::tuple<T...>& value) requires(!kFixed) {
    check_tuple(reader.take(kHeaderBytes), sizeof...(T));
    std::apply([&](T&... item) { (detail::get(reader, item), ...); }, value);
  }
};

template <typename A, typename B>
struct Form<std::pair<A, B>> {
  static constexpr bool kFixed = Form<A>::kFixed && Form<B>::kFixed;
  static constexpr std::size_t kLeastBytes = kHeaderBytes + Form<A>::kLeastBytes + Form<B>::kLeastBytes;
  static std::size_t size(const std::pair<A, B>& value) {
    return kHeaderBytes + Form<A>::size(value.first) + Form<B>::size(value.second);
  }
  static char* put(char* to, const std::pair<A, B>& value) {
    to = store_header(to, kTuple, 2);
    return Form<B>::put(Form<A>::put(to, value.first), value.second);
  }
  static void get(const char* from, std::pair<A, B>& value) requires kFixed {
    check_tuple(from, 2);
    Form<A>::get(from + kHeaderBytes, value.first);
    Form<B>::get(from + kHeaderBytes + Form<A>::kLeastBytes, value.second);
  }
  static void get(Reader& reader, std::pair<A, B>& value) requires(!kFixed) {
    check_tuple(reader.take(kHeaderBytes), 2);
    detail::get(reader, value.first);
    detail::get(reader, value.second);
  }
};

template <typename T>
struct Form<std::optional<T>> {
  static constexpr bool kFixed = false;
  static constexpr std::size_t kLeastBytes = 1;
  static std::size_t size(const std::optional<T>& value) { return value ? Form<T>::size(*value) : 1; }
  static char* put(char* to, const std::optional<T>& value) {
    return value ? Form<T>::put(to, *value) : store_tag(to, kNone);
  }
  static void get(Reader& reader, std::optional<T>& value) {
    if (reader.peek() == kNone) {
      reader.take(1);
      value.reset();
    } else {
      detail::get(reader, value.emplace());
    }
  }
};

}  // namespace detail

// Appends the binary form of `value` to `out`: a vector as a list, a tuple or a pair as a tuple, an unsigned
// integer above 2^63 - 1 as a bigint.
template <typename T>
void write(std::string& out, const T& value) {
  const std::size_t before = out.size();
  out.resize(before + detail::Form<T>::size(value));
  detail::Form<T>::put(out.data() + before, value);
}

// Reads one value. A list may stand for a tuple and a tuple for a list, an int of 64 bits for a double; an
// integer wraps to the width of T as static_cast from std::int64_t does.
template <typename T>
T read(Reader& reader) {
  T value{};
  detail::get(reader, value);
  return value;
}

// Reads a value that must take all of `bytes`.
template <typename T>
T read_whole(std::string_view bytes) {
  Reader reader(bytes);
  T value = read<T>(reader);
  if (reader.remaining() != 0) detail::refuse("bytes are left over behind the value");
  return value;
}

}  // namespace effk::codec
