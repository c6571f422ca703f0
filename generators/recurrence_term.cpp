// Dense recurrences with large moduli (prime, even, a power of two) and terms close to 10^18.
#include "effk/generator.h"

#include <algorithm>

namespace {

using Numbers = std::vector<std::int64_t>;
using Arguments = std::tuple<Numbers, Numbers, std::int64_t, std::int64_t>;

constexpr std::int64_t kLargest = 1'000'000'000'000'000'000;

Numbers numbers(std::int64_t count, std::int64_t low, std::int64_t high, effk::Random& random) {
  Numbers drawn(static_cast<std::size_t>(count));
  for (std::int64_t& number : drawn) number = random.between(low, high);
  return drawn;
}

Arguments corner_case(const effk::Case& c, effk::Random& random) {
  switch (c.number) {
    case 0: return {{1, 1}, {0, 1}, 10, 1000};
    case 1: return {{-2, 0, 1}, {1, 0, -3}, 4, 10};
    case 2: return {{0}, {-5}, 0, 7};
    case 3: return {{5, 3}, {4, 9}, kLargest, 1};
    case 4: return {{1, 1}, {0, 1}, kLargest, kLargest};
    case 5: return {{-kLargest}, {kLargest}, kLargest, 999'999'999'999'999'989};
    case 6: return {{0, 0, 0, 0, 1}, {1, 2, 3, 4, 5}, 999'999'999'999'999'998, 10};
    case 7: return {{3, -1, 4, -1, 5}, {9, -2, 6, -5, -3}, 4, 1'000'000'007};  // a given term
    case 8: return {{-1, -1, -1}, {-1, -1, -1}, 3, 5};                        // the first that is not
    default: {
      const std::int64_t degree = random.between(1, c.size);
      const std::int64_t modulus = random.between(2, c.number % 2 ? kLargest : 1000);
      const std::int64_t n = c.number % 3 ? random.between(0, kLargest) : random.between(0, 4 * degree);
      return {numbers(degree, -modulus, modulus, random), numbers(degree, -modulus, modulus, random), n, modulus};
    }
  }
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner_case(c, random);
  const std::int64_t degree = c.size - random.between(0, c.size / 100);
  const std::int64_t n = kLargest - random.between(0, kLargest / 20);
  std::int64_t modulus = 999'999'999'999'999'989;  // the largest prime below 10^18
  Numbers coefficients = numbers(degree, 0, modulus - 1, random);
  Numbers initial = numbers(degree, 0, modulus - 1, random);
  switch (c.number % 4) {
    case 0: break;
    case 1: modulus = kLargest - 2 * random.between(0, 1'000'000); break;  // even
    case 2:  // a power of two, numbers of both signs
      modulus = std::int64_t{1} << 59;
      coefficients = numbers(degree, -kLargest, kLargest, random);
      initial = numbers(degree, -kLargest, kLargest, random);
      break;
    default:  // few coefficients that are not zero; the polynomials fill up at once all the same
      for (std::size_t i = 0; i + 1 < coefficients.size(); ++i)
        if (i % 16 != 0) coefficients[i] = 0;
      break;
  }
  return {coefficients, initial, n, modulus};
}

void valid(const Numbers& coefficients, const Numbers& initial, std::int64_t n, std::int64_t modulus) {
  effk::require(!coefficients.empty() && coefficients.size() <= 640, "there are 1 to 640 coefficients");
  effk::require(initial.size() == coefficients.size(), "there are as many initial terms as coefficients");
  for (const Numbers* list : {&coefficients, &initial})
    for (std::int64_t number : *list)
      effk::require(-kLargest <= number && number <= kLargest, "coefficients and terms are from -10^18 to 10^18");
  effk::require(0 <= n && n <= kLargest, "n is from 0 to 10^18");
  effk::require(1 <= modulus && modulus <= kLargest, "modulus is from 1 to 10^18");
}

}  // namespace

EFFK_GENERATOR(generate, valid)
