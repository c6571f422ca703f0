// Cases of `sum_lines`: nothing, then random numbers.
#include <cstdlib>

#include "effk/generator.h"

namespace {

std::tuple<std::string> generate(const effk::Case& c) {
  effk::Random random(c);
  std::string text;
  for (std::int64_t i = 0; i < (c.level == 0 && c.number == 0 ? 0 : c.size); ++i)
    text += std::to_string(random.between(-1000, 1000)) + "\n";
  return text;
}

void valid(const std::string& input) {
  const char* next = input.c_str();
  int count = 0;
  while (*next != '\0') {
    char* end = nullptr;
    const long value = std::strtol(next, &end, 10);
    effk::require(end != next && *end == '\n', "each line is a number");
    effk::require(-1000 <= value && value <= 1000, "each number is from -1000 to 1000");
    effk::require(++count <= 300'000, "at most 300000 lines");
    next = end + 1;
  }
}

}  // namespace

EFFK_GENERATOR(generate, valid)
