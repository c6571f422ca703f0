// Cases of `pick_pairs`: nothing, short intervals, and long ones, of which only few can be picked.
#include <algorithm>

#include "effk/generator.h"

namespace {

using Pairs = std::vector<std::tuple<std::int64_t, std::int64_t>>;

std::tuple<Pairs> generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0 && c.number == 0) return Pairs{};
  const std::int64_t shortest = c.level == 0 ? 1000 : 300;
  Pairs pairs;
  for (std::int64_t i = 0; i < c.size; ++i) {
    const auto length = random.between(shortest, 3000);
    const auto from = random.between(0, 10000 - length);
    pairs.emplace_back(from, from + length);
  }
  return pairs;
}

void valid(const Pairs& pairs) {
  effk::require(pairs.size() <= 20'000, "at most 20000 pairs");
  for (const auto& [a, b] : pairs) effk::require(0 <= a && a < b && b <= 10000, "0 <= a < b <= 10000");
}

void check(const Pairs& pairs, const Pairs& expected, const Pairs& found) {
  Pairs given = pairs;
  Pairs picked = found;
  std::sort(given.begin(), given.end());
  std::sort(picked.begin(), picked.end());
  effk::require(std::includes(given.begin(), given.end(), picked.begin(), picked.end()),
                "every returned pair is one of the given ones");
  for (std::size_t i = 1; i < picked.size(); ++i) {
    effk::require(std::get<1>(picked[i - 1]) <= std::get<0>(picked[i]), "no two returned intervals overlap");
  }
  effk::require(found.size() >= expected.size(), "as many pairs as possible");
}

}  // namespace

EFFK_GENERATOR_WITH_CHECK(generate, valid, check)
