// metrics/best_at_k.h -- the expected best score among k of n samples: the estimator under every "@k" metric.
//
// Callers: eff@k, pass@k and efficient@k are this function with different scores; see eff_at_k.h,
// pass_at_k.h and efficient_at_k.h.
//
//   Unit     the unit of the scores.
//   Range    scores finite and >= 0 (above 1 is fine), 1 <= k <= scores.size(), at most 2^40 scores.
//   Errors   std::invalid_argument for no scores, a score that is negative, infinite or NaN, and k outside
//            its range. In particular k > n is never 1.0: fewer samples than k say nothing about k.
//   Threads  pure; no shared state.
//   Source   ENAMEL, arXiv 2406.06647 (ICLR 2025), the Rao-Blackwellised estimator of eff@k and its stable
//            recurrence; q-rz/enamel:enam/evaluate.py.
#pragma once

#include <cstdint>
#include <span>

namespace effk::metrics {

// Returns the mean, over all C(n, k) ways to choose k of the n scores, of the largest score chosen:
//
//   best_at_k = sum over r = k..n of  C(r-1, k-1) / C(n, k) * e_(r),      e_(1) <= ... <= e_(n)
//
// It is unbiased for the best of k fresh samples, does not depend on the order of `scores`, never decreases
// with k, equals the mean for k = 1 and exactly the maximum for k = n.
//
// Relative error below 1e-15 for any k and a million scores (results below 2.2e-308 are rounded as the
// format demands). No factorial is formed, nothing overflows, and weights too small to matter are left out.
// Cost: O(n log n) time, O(n) memory.
//
//   best_at_k({0, 0.5, 1}, 1) = 0.5        the mean
//   best_at_k({0, 0.5, 1}, 2) = 5/6        pairs: 0.5, 1, 1
//   best_at_k({0, 0.5, 1}, 3) = 1          the maximum
double best_at_k(std::span<const double> scores, std::int64_t k);

}  // namespace effk::metrics
