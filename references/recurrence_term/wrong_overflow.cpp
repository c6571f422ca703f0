// x^n modulo the characteristic polynomial, with products in 64 bits: right for small moduli only.
#include <vector>

long long recurrence_term(std::vector<long long> coefficients, std::vector<long long> initial, long long n,
                          long long modulus) {
  const std::size_t d = initial.size();
  for (long long& c : coefficients) c = (c % modulus + modulus) % modulus;
  for (long long& a : initial) a = (a % modulus + modulus) % modulus;
  auto times = [&](unsigned long long a, unsigned long long b) {
    return static_cast<long long>(a * b % static_cast<unsigned long long>(modulus));
  };
  std::vector<long long> power{1 % modulus};
  for (int bit = 62; bit >= 0; --bit) {
    std::vector<long long> squared(2 * power.size() - 1);
    for (std::size_t i = 0; i < power.size(); ++i)
      for (std::size_t j = 0; j < power.size(); ++j)
        squared[i + j] = (squared[i + j] + times(power[i], power[j])) % modulus;
    if (n >> bit & 1) squared.insert(squared.begin(), 0);
    for (std::size_t i = squared.size(); i-- > d;)
      for (std::size_t j = 0; j < d; ++j)
        squared[i - 1 - j] = (squared[i - 1 - j] + times(squared[i], coefficients[j])) % modulus;
    if (squared.size() > d) squared.resize(d);
    power = squared;
  }
  long long term = 0;
  for (std::size_t i = 0; i < power.size(); ++i) term = (term + times(power[i], initial[i])) % modulus;
  return term;
}
