// Cases of `add_up`: nothing, then random numbers.
#include "effk/generator.h"

namespace {

using Values = std::vector<std::int64_t>;

std::tuple<Values> generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0 && c.number == 0) return Values{};
  Values values(static_cast<std::size_t>(c.size));
  for (auto& value : values) value = random.between(-1000, 1000);
  return values;
}

void valid(const Values& values) {
  effk::require(values.size() <= 300'000, "at most 300000 values");
  for (const auto value : values) {
    effk::require(-1000 <= value && value <= 1000, "each value is from -1000 to 1000");
  }
}

}  // namespace

EFFK_GENERATOR(generate, valid)
