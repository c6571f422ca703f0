// Cases of `range_sums`: mixed, mostly sums, mostly adds, and long runs of one kind; some ranges of nearly
// the whole list. The size is the length of the list; there are 8 rounds of about size / 2 operations, so
// that the arguments stay small beside the work.
#include <algorithm>

#include "effk/generator.h"

namespace {

using Values = std::vector<std::int64_t>;
using Operations = std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>>;
using Arguments = std::tuple<Values, Operations, std::int64_t>;

Values random_values(effk::Random& random, std::int64_t n) {
  Values values(static_cast<std::size_t>(n));
  for (auto& value : values) value = random.between(-1000, 1000);
  return values;
}

std::tuple<std::int64_t, std::int64_t, std::int64_t> sum(effk::Random& random, std::int64_t n) {
  return {1, random.between(0, n - 1), random.between(0, n - 1)};
}

std::tuple<std::int64_t, std::int64_t, std::int64_t> add(effk::Random& random, std::int64_t n) {
  return {0, random.between(0, n - 1), random.between(-1000, 1000)};
}

Operations random_operations(effk::Random& random, std::int64_t n, std::int64_t count, double sums) {
  Operations operations;
  for (std::int64_t i = 0; i < count; ++i)
    operations.push_back(random.chance(sums) ? sum(random, n) : add(random, n));
  return operations;
}

Arguments corner(const effk::Case& c, effk::Random& random) {
  const auto size = c.size;
  switch (c.number) {
    case 0:
      return {Values{7}, Operations{{0, 0, -9}, {1, 0, 0}}, 2};
    case 1:
      return {Values{1, 2, 3}, Operations{}, 5};
    case 2:
      return {random_values(random, size), random_operations(random, size, 20, 0.5), 0};
    case 3: {  // ends that fall together
      Operations operations;
      for (std::int64_t i = 0; i < size; ++i) operations.emplace_back(1, i, i);
      return {random_values(random, size), operations, 2};
    }
    case 4:
      return {Values(static_cast<std::size_t>(size), -1000), random_operations(random, size, 30, 1), 3};
    case 5:
      return {random_values(random, 8), random_operations(random, 8, 40, 0.5), 3};  // a power of two
    case 6:
      return {random_values(random, 2), random_operations(random, 2, 40, 0.5), 3};
    default:
      return {random_values(random, 20 * size), random_operations(random, 20 * size, 200, 0.6), 2};
  }
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner(c, random);

  const auto n = c.size;
  constexpr std::int64_t kRounds = 8;
  Operations operations;
  switch (c.number % 4) {
    case 0:
      operations = random_operations(random, n, n / 2, 0.5);
      break;
    case 1:
      operations = random_operations(random, n, n / 2, 0.8);
      break;
    case 2:
      operations = random_operations(random, n, n * 3 / 5, 0.35);
      break;
    default:  // sums over nearly everything or nearly nothing, then adds, in long runs
      for (std::int64_t i = 0; i < n * 3 / 5; ++i) {
        const auto a = random.between(0, n - 1);
        if (i / 100 % 2 == 1) {
          operations.emplace_back(0, a, random.between(0, 1) == 0 ? -1000 : 1000);
        } else {
          operations.emplace_back(1, a, (a + random.between(-n / 50, n / 50) + n) % n);
        }
      }
      break;
  }
  return {random_values(random, n), operations, kRounds};
}

void valid(const Values& values, const Operations& operations, std::int64_t rounds) {
  const auto n = static_cast<std::int64_t>(values.size());
  const auto count = static_cast<std::int64_t>(operations.size());
  effk::require(1 <= n && n <= 100'000, "1 to 100000 values");
  effk::require(count <= 100'000, "at most 100000 operations");
  effk::require(0 <= rounds && rounds <= 1000, "0 to 1000 rounds");
  effk::require(rounds * count <= 2'000'000, "rounds times operations at most 2000000");
  for (const auto value : values) {
    effk::require(-1000 <= value && value <= 1000, "each value is from -1000 to 1000");
  }
  for (const auto& [kind, a, b] : operations) {
    effk::require(kind == 0 || kind == 1, "the kind of an operation is 0 or 1");
    effk::require(0 <= a && a < n, "a is a position");
    if (kind == 0) {
      effk::require(-1000 <= b && b <= 1000, "an add is from -1000 to 1000");
    } else {
      effk::require(0 <= b && b < n, "b is a position in a sum");
    }
  }
}

}  // namespace

EFFK_GENERATOR(generate, valid)
