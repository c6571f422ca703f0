// harness/value/canonical.h -- what decode() and encode() agree on: tags, limits, and what makes a form
// the only one of its value. Internal to the module; docs/value-format.md is the same for people.
//
//   Threads  pure functions.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace effk::value {

static_assert(std::endian::native == std::endian::little,
              "numbers are copied into the binary form as they are");

enum class Tag : std::uint8_t {
  none = 0x00,
  false_ = 0x01,
  true_ = 0x02,
  integer = 0x03,
  big_integer = 0x04,
  floating = 0x05,
  string = 0x06,
  bytes = 0x07,
  list = 0x08,
  tuple = 0x09,
  set = 0x0a,
  dict = 0x0b,
};

// Containers within containers; a container of scalars has depth 1.
constexpr int kMaxDepth = 1000;

// Values within containers, all together: a Value is 40 bytes, and a sample may write one in a single byte.
constexpr std::size_t kMaxValues = std::size_t{1} << 24;

// Every NaN is written as this one.
constexpr std::uint64_t kNaNBits = 0x7ff8000000000000u;

// Whether two's complement, little-endian `bytes` need 9 bytes or more and no byte less.
bool is_canonical_big_integer(std::string_view bytes);

// The index of an item whose bytes an earlier item has too; items.size() if all differ.
std::size_t find_repetition(const std::vector<std::string_view>& items);

}  // namespace effk::value
