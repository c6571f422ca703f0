#include "harness/score/peers/families.h"
#include "metrics/beyond.h"

namespace effk::score {
namespace {

std::vector<double> scores_of(const PeerProblem& problem) {
  const metrics::CostSpread spread = metrics::cost_spread(problem.ladder);
  std::vector<double> scores;
  for (const metrics::JudgedCost& sample : problem.costs) scores.push_back(metrics::beyond(spread, sample));
  return scores;
}

// `k` 0: all samples.
PeerValue beyond_value(const PeerInput& input, PeerValue value, int k) {
  ProblemMean mean(std::move(value));
  for (const PeerProblem& problem : input.problems) {
    if (problem.is_missing() && (problem.ladder_waits || !problem.ladder.empty())) {
      mean.add_missing();
    } else if (!problem.ladder.empty()) {
      const std::vector<double> scores = scores_of(problem);
      if (k == 0) {
        mean.add(metrics::beyond_mean(scores), scores.size());
      } else {
        mean.add(metrics::beyond_of_first_k(scores, k), static_cast<std::size_t>(k));
      }
    }
  }
  return mean.mean(input.seed);
}

}  // namespace

PeerFamily mercury(const PeerInput& input) {
  PeerFamily family{"Mercury", {}, {}};
  bool any_ladder = false;
  for (const PeerProblem& problem : input.problems) any_ladder = any_ladder || !problem.ladder.empty();
  if (!any_ladder) {
    const std::string why = common_reason(input.problems, &PeerProblem::ladder_lacks);
    family.values.push_back(lacking(named_value(family.name, "Beyond"), why));
    family.values.push_back(lacking(named_value(family.name, "Beyond@k, first k"), why));
    return family;
  }
  family.values.push_back(beyond_value(input, named_value(family.name, "Beyond"), 0));
  for (const int k : input.k) {
    family.values.push_back(beyond_value(input, named_value(family.name, "Beyond@k, first k", k), k));
  }
  note_ladders(family.notes, input, "counted 0 though perhaps cheaper than the dearest solution");
  return family;
}

}  // namespace effk::score
