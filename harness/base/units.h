// harness/base/units.h -- the quantities that would be easy to mix up as bare numbers.
#pragma once

#include <compare>
#include <cstdint>

namespace effk {

// Instructions retired in user mode, a whole number.
struct Instructions {
  std::uint64_t value = 0;

  auto operator<=>(const Instructions&) const = default;

  friend Instructions operator+(Instructions a, Instructions b) { return {a.value + b.value}; }
  // Saturates at 0: a difference of counts is never negative in meaning.
  friend Instructions operator-(Instructions a, Instructions b) {
    return {a.value > b.value ? a.value - b.value : 0};
  }
};

inline constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

}  // namespace effk
