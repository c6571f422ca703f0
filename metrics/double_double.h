// metrics/double_double.h -- sums and products with about 31 digits, as an unevaluated sum of two doubles.
//
//   Range    magnitudes between 2^-900 and 2^900: the caller scales (scaling.h).
//   Errors   none; relative error of each operation below 2^-100 (of the larger operand, for a difference).
//   Threads  pure.
//   Source   Dekker, "A floating-point technique for extending the available precision", 1971; Knuth,
//            "The Art of Computer Programming" 2, 4.2.2, theorem B (two_sum).
#pragma once

#include <cmath>

#ifdef __FAST_MATH__
#error "metrics/ needs IEEE arithmetic: compile it without -ffast-math, which deletes the error terms"
#endif

namespace effk::metrics {

// The number high + low, where |low| is at most half a unit in the last place of high.
struct DoubleDouble {
  double high = 0;
  double low = 0;
};

inline double rounded(const DoubleDouble& a) {
  return a.high + a.low;
}

// a + b without error. fast_two_sum needs |a| >= |b|.
inline DoubleDouble two_sum(double a, double b) {
  const double sum = a + b;
  const double of_b = sum - a;
  return {sum, (a - (sum - of_b)) + (b - of_b)};
}
inline DoubleDouble fast_two_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

inline DoubleDouble plus(const DoubleDouble& a, double b) {
  const DoubleDouble sum = two_sum(a.high, b);
  return fast_two_sum(sum.high, sum.low + a.low);
}

inline DoubleDouble plus(const DoubleDouble& a, const DoubleDouble& b) {
  const DoubleDouble highs = two_sum(a.high, b.high);
  const DoubleDouble lows = two_sum(a.low, b.low);
  const DoubleDouble sum = fast_two_sum(highs.high, highs.low + lows.high);
  return fast_two_sum(sum.high, sum.low + lows.low);
}

inline DoubleDouble times(const DoubleDouble& a, double b) {
  const double product = a.high * b;
  return fast_two_sum(product, std::fma(a.high, b, -product) + a.low * b);
}

inline DoubleDouble divided_by(const DoubleDouble& a, double b) {
  const double quotient = a.high / b;
  const double rest = std::fma(-quotient, b, a.high) + a.low;
  return fast_two_sum(quotient, rest / b);
}

}  // namespace effk::metrics
