#include "harness/score/peers/families.h"
#include "metrics/ladder_score.h"

namespace effk::score {

PeerFamily evalperf(const PeerInput& input) {
  PeerFamily family{"EvalPerf", {}, {}};
  ProblemMean dps(named_value(family.name, "DPS"));
  ProblemMean dps_norm(named_value(family.name, "DPS_norm"));
  bool any_ladder = false;
  for (const PeerProblem& problem : input.problems) {
    any_ladder = any_ladder || !problem.ladder.empty();
    if (problem.ladder.empty() || problem.is_missing()) continue;
    const auto score = metrics::ladder_mean(metrics::even_ladder(problem.ladder), problem.costs);
    if (!score) continue;
    dps.add(score->dps, problem.right());
    dps_norm.add(score->dps_norm, problem.right());
  }
  for (const ProblemMean& mean : {dps, dps_norm}) {
    const PeerValue value = mean.mean(input.seed);
    family.values.push_back(
        any_ladder ? value : lacking(value, common_reason(input.problems, &PeerProblem::ladder_lacks)));
  }
  if (!any_ladder) return family;
  family.notes.push_back("each rung of a ladder counts the same, so DPS is DPS_norm");
  note_ladders(family.notes, input, "counted 0 though perhaps on the ladder");
  return family;
}

}  // namespace effk::score
