// Cases of `inversions`: random, few distinct values, almost sorted with far jumps, descending blocks.
#include <algorithm>

#include "effk/generator.h"

namespace {

using Values = std::vector<std::int64_t>;

constexpr std::int64_t kLargest = 1'000'000'000;

Values corner(const effk::Case& c, effk::Random& random) {
  const auto size = c.size;
  Values values;
  switch (c.number) {
    case 0:
      return {};
    case 1:
      return {-5};
    case 2:
      return {3, 1, 3, 1, 2, 2, 3, 1};  // ties
    case 3:                             // descending: every pair
      for (std::int64_t i = size; i > 0; --i) values.push_back(i * 7 - 40);
      return values;
    case 4:
      return {kLargest, -kLargest, kLargest, 0, -kLargest, -1, 1, kLargest};
    case 5:
      return Values(static_cast<std::size_t>(size), 4);  // all equal: none
    case 6:
      for (std::int64_t i = 0; i < size; ++i) values.push_back(random.between(-kLargest, kLargest));
      return values;
    default:
      for (std::int64_t i = 0; i < 30 * size; ++i) values.push_back(random.between(-20, 20));
      return values;
  }
}

std::tuple<Values> generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner(c, random);

  const auto n = c.size;
  Values values(static_cast<std::size_t>(n));
  switch (c.number % 4) {
    case 0:
      for (auto& value : values) value = random.between(-kLargest, kLargest);
      break;
    case 1:  // few distinct values
      for (auto& value : values) value = random.between(-n / 50, n / 50) * 997;
      break;
    case 2:  // ascending, but a third of the places exchanged at random
      for (auto& value : values) value = random.between(-kLargest, kLargest);
      std::sort(values.begin(), values.end());
      for (std::int64_t i = 0; i < n / 6; ++i) {
        std::swap(values[static_cast<std::size_t>(random.between(0, n - 1))],
                  values[static_cast<std::size_t>(random.between(0, n - 1))]);
      }
      break;
    default:  // falling on the whole, shuffled within a window: nearly every pair is an inversion
      for (std::int64_t i = 0; i < n; ++i) {
        values[static_cast<std::size_t>(i)] = (n - i) * 4000 + random.between(0, n * 400) - n * 2000;
      }
      break;
  }
  return values;
}

void valid(const Values& values) {
  effk::require(values.size() <= 300'000, "at most 300000 values");
  for (const auto value : values) {
    effk::require(-kLargest <= value && value <= kLargest, "each value is from -10^9 to 10^9");
  }
}

}  // namespace

EFFK_GENERATOR(generate, valid)
