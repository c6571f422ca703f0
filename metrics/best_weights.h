// metrics/best_weights.h -- how likely each rank is to be the best of k drawn samples.
//
//   Range    1 <= k <= n <= 2^40.
//   Errors   check_k() throws std::invalid_argument; BestWeights trusts that it was called.
//   Threads  an object belongs to one thread.
//   Source   as best_at_k.h.
#pragma once

#include <cstdint>
#include <string>

#include "metrics/double_double.h"

namespace effk::metrics {

// Throws std::invalid_argument unless 1 <= k <= n <= 2^40; `caller` begins the message.
void check_k(const std::string& caller, std::int64_t n, std::int64_t k);

// Walks down the ranks r = n, n-1, ..., k. weight() is C(r-1, k-1) / C(n, k), the probability that the r-th
// smallest of n samples is the best of k drawn without replacement.
class BestWeights {
 public:
  BestWeights(std::int64_t n, std::int64_t k);

  const DoubleDouble& weight() const { return weight_; }

  // From rank r to r-1; below rank k the weight is 0.
  void step_down();

  // True when this rank and all lower ones together add nothing that a double could show.
  bool negligible() const;

 private:
  std::int64_t rank_;
  std::int64_t k_;
  DoubleDouble weight_;
};

}  // namespace effk::metrics
