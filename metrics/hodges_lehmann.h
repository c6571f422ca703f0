// metrics/hodges_lehmann.h -- one value for repeated noisy measurements: robust as a median, nearly as sharp
// as a mean.
//
//   Unit     the unit of the measurements.
//   Range    at least one, all finite.
//   Errors   std::invalid_argument outside this range.
//   Threads  pure.
//   Source   Hodges and Lehmann, "Estimates of location based on rank tests", 1963; with self pairs as in
//            q-rz/enamel:enam/evaluate.py. Definition kHodgesLehmann.
#pragma once

#include <span>

namespace effk::metrics {

// Returns the median of the means of all pairs (x_a, x_b) with a <= b, each value paired with itself too.
// Cost: O(n^2) time and memory: 4 n^2 bytes, which is 100 MB for 5000 measurements.
//
//   hodges_lehmann({1, 2, 4}) = 2.25        of 1, 1.5, 2, 2.5, 3, 4
double hodges_lehmann(std::span<const double> measurements);

}  // namespace effk::metrics
