// Wide windows, so that moving or searching a sorted copy costs; trends, in which the median moves at every
// place; many equal values; a random walk, in which old values leave from one end.
#include "effk/generator.h"

#include <algorithm>

namespace {

using Numbers = std::vector<std::int64_t>;
using Arguments = std::tuple<Numbers, std::int64_t>;

constexpr std::int64_t kLargest = 1'000'000;

Numbers numbers(std::int64_t count, std::int64_t low, std::int64_t high, effk::Random& random) {
  Numbers drawn(static_cast<std::size_t>(count));
  for (std::int64_t& number : drawn) number = random.between(low, high);
  return drawn;
}

Arguments corner_case(const effk::Case& c, effk::Random& random) {
  switch (c.number) {
    case 0: return {{-7}, 1};
    case 1: return {{5, 1, 4, 4}, 3};
    case 2: return {{-3, 0, 1, 1}, 2};
    case 3: return {{kLargest, -kLargest}, 2};
    case 4: return {Numbers(20, -1), 6};
    case 5: return {numbers(c.size, -kLargest, kLargest, random), 1};
    case 6: return {numbers(c.size, -kLargest, kLargest, random), c.size};
    case 7: return {{9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2}, 5};
    case 8: return {{-9, -8, -7, -6, -5, -4, -3, -2, -1}, 4};
    default: {
      const std::int64_t reach = c.number % 2 ? 4 : kLargest;
      return {numbers(c.size, -reach, reach, random), random.between(1, c.size)};
    }
  }
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner_case(c, random);
  // Even widths need both middle values: fewer places for the same work.
  const bool even = c.number % 4 >= 2;
  const std::int64_t count = (even ? c.size / 4 * 3 : c.size) - random.between(0, c.size / 100);
  switch (c.number % 4) {
    case 0: return {numbers(count, -kLargest, kLargest, random), count / 3 / 2 * 2 + 1};
    case 1: return {numbers(count, 0, 300, random), count / 4 / 2 * 2 + 1};
    case 2: {
      Numbers rising(static_cast<std::size_t>(count));
      for (std::size_t i = 0; i < rising.size(); ++i)
        rising[i] = -900'000 + static_cast<std::int64_t>(i) * 1'800'000 / count + random.between(-90'000, 90'000);
      return {rising, count / 6 / 2 * 2};
    }
    default: {
      Numbers walk(static_cast<std::size_t>(count));
      std::int64_t at = 0;
      for (std::int64_t& number : walk) {
        at = std::clamp(at + random.between(-20'000, 20'000), -kLargest, kLargest);
        number = at;
      }
      return {walk, count / 20 / 2 * 2};
    }
  }
}

void valid(const Numbers& values, std::int64_t width) {
  effk::require(!values.empty() && values.size() <= 400'000, "there are 1 to 400,000 values");
  for (std::int64_t value : values)
    effk::require(-kLargest <= value && value <= kLargest, "each value is from -1,000,000 to 1,000,000");
  effk::require(1 <= width && width <= static_cast<std::int64_t>(values.size()),
                "width is from 1 to the number of values");
}

}  // namespace

EFFK_GENERATOR(generate, valid)
