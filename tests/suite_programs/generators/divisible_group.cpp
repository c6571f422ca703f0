// Cases of `divisible_group`: one value; values of which no group that begins with the first will do; random
// ones; and from level 1 on values of which only all together will do, so that whoever tries one group after
// the other tries them all.
#include <cstdlib>

#include "effk/generator.h"

namespace {

constexpr std::int64_t kLargest = 1'000'000'000;

std::vector<std::int64_t> numbers_in(const std::string& text) {
  std::vector<std::int64_t> numbers;
  const char* next = text.c_str();
  for (char* end = nullptr;; next = end) {
    const std::int64_t number = std::strtoll(next, &end, 10);
    if (end == next) return numbers;
    numbers.push_back(number);
  }
}

std::tuple<std::string> generate(const effk::Case& c) {
  effk::Random random(c);
  const std::int64_t count = c.level == 0 && c.number == 0 ? 1 : c.size;
  std::string text = std::to_string(count) + "\n";
  for (std::int64_t i = 0; i < count; ++i) {
    std::int64_t value = random.between(1, kLargest);
    if (c.level > 0) value = 1 + count * random.between(0, (kLargest - 1) / count);
    if (c.level == 0 && c.number == 1) value = i == 0 ? 1 : count * random.between(1, 9);
    text += std::to_string(value) + (i % 10 == 9 ? "\n" : " ");
  }
  return text;
}

void valid(const std::string& input) {
  const auto numbers = numbers_in(input);
  effk::require(!numbers.empty() && 1 <= numbers[0] && numbers[0] <= 300'000, "n is from 1 to 300000");
  effk::require(numbers.size() == static_cast<std::size_t>(numbers[0]) + 1, "n values follow");
  for (std::size_t i = 1; i < numbers.size(); ++i)
    effk::require(1 <= numbers[i] && numbers[i] <= kLargest, "each value is from 1 to 10^9");
}

void check(const std::string& input, const std::string&, const std::string& found) {
  const auto numbers = numbers_in(input);
  const auto places = numbers_in(found);
  const std::int64_t count = numbers[0];
  effk::require(places.size() == 2, "two places are printed");
  effk::require(1 <= places[0] && places[0] <= places[1] && places[1] <= count,
                "the places are in order, from 1 to n");
  std::int64_t sum = 0;
  for (std::int64_t i = places[0]; i <= places[1]; ++i) sum += numbers[static_cast<std::size_t>(i)];
  effk::require(sum % count == 0, "n divides the sum from place " + std::to_string(places[0]) + " to " +
                                      std::to_string(places[1]));
}

}  // namespace

EFFK_GENERATOR_WITH_CHECK(generate, valid, check)
