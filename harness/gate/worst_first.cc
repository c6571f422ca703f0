#include <algorithm>
#include <cmath>
#include <tuple>

#include "harness/gate/parts.h"

namespace effk::gate {
namespace {

using Kind = Reason::Kind;

// How bad of its kind; 0 is worst.
int gravity(Kind kind) {
  switch (kind) {
    case Kind::not_measured:
    case Kind::missing:
    case Kind::verdict:
      return 0;
    case Kind::levels:
    case Kind::metric:
    case Kind::metric_at_least:
    case Kind::score_at_least:
    case Kind::cost_at_most:
      return 1;
    case Kind::cost:
    case Kind::relative_cost:
    case Kind::score:
    case Kind::budget:
    case Kind::is_new:
      break;
  }
  return 2;
}

// As a share where there is something to divide by.
double size_of_change(const Reason& reason) {
  if (!reason.before || !reason.after) return 0;
  const double change = std::fabs(*reason.after - *reason.before);
  return *reason.before > 0 ? change / *reason.before : change;
}

struct Rank {
  int outcome;
  int gravity;
  double change;
};

Rank rank_of(const Comparison& one) {
  Rank rank{one.fails()                      ? 0
            : one.outcome == Outcome::worse  ? 1
            : one.outcome == Outcome::better ? 2
                                             : 3,
            2, 0};
  if (one.outcome != Outcome::unresolved && !one.reasons.empty()) {
    rank.gravity = gravity(one.reasons.front().kind);
    rank.change = size_of_change(one.reasons.front());
  }
  return rank;
}

auto key(const Comparison& one) {
  const Rank rank = rank_of(one);
  return std::make_tuple(rank.outcome, rank.gravity, -rank.change, std::cref(one.subject));
}

void sort_comparisons(std::vector<Comparison>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Comparison& a, const Comparison& b) { return key(a) < key(b); });
}

}  // namespace

void sort_worst_first(RunComparison& comparison) {
  sort_comparisons(comparison.metrics);
  sort_comparisons(comparison.samples);
  const auto problem_key = [](const ProblemComparison& one) {
    const int outcome = one.outcome == Outcome::worse ? 0 : one.outcome == Outcome::better ? 1 : 2;
    return std::make_tuple(outcome, one.after.value_or(0) - one.before.value_or(0), std::cref(one.subject));
  };
  std::stable_sort(comparison.by_problem.begin(), comparison.by_problem.end(),
                   [&](const auto& a, const auto& b) { return problem_key(a) < problem_key(b); });
}

}  // namespace effk::gate
