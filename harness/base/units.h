// harness/base/units.h -- the quantities that would be easy to mix up as bare numbers.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace effk {

// What a cost is an amount of. A run has one unit, that of its instrument; costs of different units never
// meet.
enum class CostUnit {
  instructions,          // retired in user mode
  cpu_time_nanoseconds,  // that the kernel charged, its own work included: `--cost time`
};

// An amount of what is scored, a whole number, in the unit of the instrument that read it.
struct Cost {
  std::uint64_t value = 0;

  auto operator<=>(const Cost&) const = default;

  friend Cost operator+(Cost a, Cost b) { return {a.value + b.value}; }
  // Saturates at 0: a difference of readings is never negative in meaning.
  friend Cost operator-(Cost a, Cost b) { return {a.value > b.value ? a.value - b.value : 0}; }
};

// Instructions retired in user mode, where nothing else can be meant. Code that any instrument's readings
// pass through reads it as Cost.
using Instructions = Cost;

// As runs and reports name it: "instructions", "time".
std::string_view to_string(CostUnit unit);

// "instructions", "ns of CPU time"
std::string_view unit_words(CostUnit unit);

// "12.3 M instructions", "12.3 ms of CPU time"
std::string millions_in_words(Cost cost, CostUnit unit);

inline constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

}  // namespace effk
