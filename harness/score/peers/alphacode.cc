#include <fmt/format.h>

#include <algorithm>

#include "harness/score/peers/families.h"
#include "metrics/n_at_k.h"

namespace effk::score {
namespace {

PeerValue n_at_k_value(const PeerInput& input, int n, int k) {
  PeerValue value = named_value("AlphaCode", "n@k");
  value.name = fmt::format("{}@{}", n, k);
  ProblemMean mean(std::move(value));
  for (const PeerProblem& problem : input.problems) {
    if (problem.is_missing()) {
      mean.add_missing();
    } else {
      mean.add(metrics::n_at_k(problem.public_tests, n, k), problem.samples());
    }
  }
  return mean.mean(input.seed);
}

}  // namespace

PeerFamily alphacode(const PeerInput& input) {
  PeerFamily family{"AlphaCode", {}, {}};
  for (const int k : input.k) {
    for (const int n : input.k) {
      if (n < k || (n == 1 && k == 1)) family.values.push_back(n_at_k_value(input, n, k));
    }
  }
  if (family.values.empty()) {
    PeerValue value = named_value(family.name, "n@k");
    value.lacks = "no n below k among --k; give two, as --k 1,10";
    family.values.push_back(std::move(value));
  }
  family.notes.push_back(
      "the cases of level 0 stand for public tests: hidden ones, and more than a statement shows");
  return family;
}

}  // namespace effk::score
