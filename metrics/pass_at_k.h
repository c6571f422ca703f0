// metrics/pass_at_k.h -- pass@k of one problem: the probability that one of k samples is right.
//
//   Unit     a probability, 0 to 1.
//   Range    0 <= passed <= samples, 1 <= k <= samples.
//   Errors   std::invalid_argument outside these ranges; k > samples too, also when nothing passed.
//   Threads  pure.
//   Source   HumanEval, arXiv 2107.03374, equation 1; openai/human-eval:human_eval/evaluation.py.
//            Definition kPassAtK.
#pragma once

#include <cstdint>

namespace effk::metrics {

struct PassCount {
  std::int64_t samples = 0;
  std::int64_t passed = 0;
};

// Returns 1 - C(n-c, k) / C(n, k) for n samples of which c passed: best_at_k() of c ones and n-c zeros,
// summed from the ones, so that small results keep their digits (1 - product would lose six at n = 1e6).
// Cost: O(c).
//
//   pass_at_k({.samples = 5, .passed = 2}, 1) = 0.4
//   pass_at_k({.samples = 5, .passed = 2}, 2) = 0.7
//   pass_at_k({.samples = 5, .passed = 2}, 3) = 0.9
//   pass_at_k({.samples = 5, .passed = 2}, 4) = 1
double pass_at_k(PassCount count, std::int64_t k);

}  // namespace effk::metrics
