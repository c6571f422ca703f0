// Cases of `closest_values`: two equal values, few values, then many random ones.
#include <cstdlib>

#include "effk/generator.h"

namespace {

constexpr std::int64_t kLargest = 1'000'000'000;

std::tuple<std::string> generate(const effk::Case& c) {
  effk::Random random(c);
  const std::int64_t count = c.level == 0 && c.number == 0 ? 2 : c.size;
  std::string text = std::to_string(count) + "\n";
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t value = c.level == 0 && c.number == 0 ? -7 : random.between(-kLargest, kLargest);
    text += (i == 0 ? "" : " ") + std::to_string(value);
  }
  return text + "\n";
}

void valid(const std::string& input) {
  const char* next = input.c_str();
  char* end = nullptr;
  const long long count = std::strtoll(next, &end, 10);
  effk::require(end != next && 2 <= count && count <= 300'000, "n is from 2 to 300000");
  for (long long i = 0; i < count; ++i) {
    next = end;
    const long long value = std::strtoll(next, &end, 10);
    effk::require(end != next, "there are n values");
    effk::require(-kLargest <= value && value <= kLargest, "each value is from -10^9 to 10^9");
  }
  effk::require(std::string(end) == "\n", "the input ends with the line of the values");
}

}  // namespace

EFFK_GENERATOR(generate, valid)
