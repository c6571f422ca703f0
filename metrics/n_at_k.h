// metrics/n_at_k.h -- n@k of one problem: the probability that one of n submissions is right, when they are
// chosen among k samples.
//
//   Unit     a probability, 0 to 1.
//   Range    0 <= right <= eligible <= samples <= 2^40; 1 <= n <= k <= samples.
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure.
//   Source   AlphaCode, arXiv 2203.07814 (Science 2022), metric n@k with filtering by the example tests. Its
//            clustering of samples is not in it: a choice that looks at the whole draw has no such formula.
//            Definition kNAtK.
#pragma once

#include <cstdint>

namespace effk::metrics {

// What one problem's samples did. The choice may look at public tests only; hidden tests decide.
struct EligibleCount {
  std::int64_t samples = 0;
  std::int64_t eligible = 0;  // pass the public tests: may be submitted
  std::int64_t right = 0;     // eligible, and pass the hidden tests too
};

// Draws k of the samples, submits n of the eligible among them at random (all, if they are fewer), and
// returns the probability that one submission is right. A sample that fails a public test is never submitted,
// also if it would have been right; one that fails a hidden test, or runs over a limit there, solves nothing.
//
//   n_at_k = sum over h of  C(m, h) C(K-m, k-h) / C(K, k) * pass_at_k(m, c, min(n, h))
//
// for K samples, m eligible, c right. Never decreases with n or k. With every sample eligible, k@k is pass@k.
// Relative error below 1e-14 up to a million samples. Cost: O(k) time, O(n) memory.
//
//   4 samples, 3 eligible, 1 right:  1@1 = 1/4    1@2 = 1/3    2@2 = 1/2    2@4 = 2/3
double n_at_k(const EligibleCount& count, std::int64_t n, std::int64_t k);

}  // namespace effk::metrics
