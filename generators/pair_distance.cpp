// Cases of `pair_distance`: uniform values, clusters of uneven width, gaps of every magnitude (which misleads
// interpolation), and a coarse grid with many equal distances. The rank is small, middle or large.
#include "effk/generator.h"

namespace {

using Values = std::vector<std::int64_t>;
using Arguments = std::tuple<Values, std::int64_t>;

constexpr std::int64_t kLargest = 1'000'000'000;

std::int64_t pairs_of(const Values& values) {
  const auto n = static_cast<std::int64_t>(values.size());
  return n * (n - 1) / 2;
}

Values uniform(effk::Random& random, std::int64_t n, std::int64_t largest) {
  Values values(static_cast<std::size_t>(n));
  for (auto& value : values) value = random.between(-largest, largest);
  return values;
}

Arguments corner(const effk::Case& c, effk::Random& random) {
  switch (c.number) {
    case 0:
      return {Values{5, 5}, 1};
    case 1:
      return {Values{kLargest, -kLargest}, 1};
    case 2:
      return {Values{4, 4, 4, 9}, 3};
    case 3:
      return {Values{-kLargest, 0, kLargest, 1, -1}, 10};
    case 4:
      return {Values(static_cast<std::size_t>(c.size), -3), 20};  // all equal
    case 5: {
      Values values;
      for (std::int64_t i = 0; i < c.size; ++i) values.push_back(3 * i);  // few distances, many pairs each
      random.shuffle(values);
      return {values, pairs_of(values) / 2};
    }
    case 6: {
      const Values values = uniform(random, 4 * c.size, kLargest);
      return {values, random.between(1, pairs_of(values))};
    }
    default: {
      const Values values = uniform(random, 20 * c.size, 300);
      return {values, random.between(1, pairs_of(values))};
    }
  }
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner(c, random);

  const auto n = c.size;
  Values values;
  switch (c.number % 4) {
    case 0:  // the easiest kind: more values cost about as much as the others
      values = uniform(random, n * 9 / 5, kLargest);
      return {values, pairs_of(values) / 100 * random.between(30, 70)};
    case 1:  // clusters whose widths differ by orders of magnitude
      values.resize(static_cast<std::size_t>(n));
      for (auto& value : values) {
        const auto cluster = random.between(0, 40);
        const auto width = std::int64_t{1} << (6 + cluster % 20);
        value = (cluster - 20) * 48'000'000 + random.between(-width, width);
      }
      return {values, pairs_of(values) / 1000 * random.between(2, 14)};
    case 2:  // every magnitude equally often
      values.resize(static_cast<std::size_t>(n));
      for (auto& value : values) {
        const auto magnitude = std::int64_t{1} << random.between(3, 29);
        const auto sign = random.between(0, 1) == 0 ? 1 : -1;
        value = random.between(magnitude / 2, magnitude) * sign;
      }
      return {values, pairs_of(values) / 1000 * random.between(20, 120)};
    default:  // a coarse grid: equal values, equal distances
      values.resize(static_cast<std::size_t>(n));
      for (auto& value : values) {
        const auto step = random.between(0, n / 3);
        value = step * 6000 - kLargest + random.between(0, 1);
      }
      return {values, random.between(n, 60 * n)};
  }
}

void valid(const Values& values, std::int64_t k) {
  effk::require(2 <= values.size() && values.size() <= 300'000, "2 to 300000 values");
  for (const auto value : values) {
    effk::require(-kLargest <= value && value <= kLargest, "each value is from -10^9 to 10^9");
  }
  effk::require(1 <= k && k <= pairs_of(values), "k is from 1 to the number of pairs");
}

}  // namespace

EFFK_GENERATOR(generate, valid)
