#include <map>

#include "harness/gate/parts.h"

namespace effk::gate {
namespace {

using Kind = Reason::Kind;

using Problems = std::map<Subject, const score::ProblemScores*>;

Problems problems_of(const score::RunScores& scores) {
  Problems problems;
  for (const score::ModelScores& model : scores.models) {
    for (const score::ProblemScores& one : model.scores)
      problems[{model.model, model.language, one.problem}] = &one;
  }
  return problems;
}

// No reasons if no limit speaks of the problem.
Comparison compare_means(const Subject& subject, double before, double after, const ProblemLimit& limit) {
  Comparison one{subject};
  one.before = before;
  one.after = after;
  const auto add = [&](Kind kind, bool is_worse, double bound) {
    Reason reason{kind, is_worse ? Outcome::worse : Outcome::unresolved};
    if (kind == Kind::score) reason.before = before;
    reason.after = after;
    reason.limit = bound;
    if (is_worse) one.outcome = Outcome::worse;
    one.reasons.push_back(std::move(reason));
  };
  if (limit.score_drop) add(Kind::score, before - after > *limit.score_drop, *limit.score_drop);
  if (limit.score_at_least) add(Kind::score_at_least, after < *limit.score_at_least, *limit.score_at_least);
  return one;
}

Comparison fewer(const Subject& subject, std::size_t before, std::size_t after) {
  Comparison one = unpaired(subject, Kind::missing);
  one.reasons.front().before = static_cast<double>(before);
  one.reasons.front().after = static_cast<double>(after);
  return one;
}

}  // namespace

Redrawn compare_redrawn(const score::RunScores& before, const score::RunScores& after, const Limits& limits) {
  Redrawn result;
  const Problems new_problems = problems_of(after);
  for (const auto& [subject, old_problem] : problems_of(before)) {
    const auto found = new_problems.find(subject);
    const std::size_t n = found == new_problems.end() ? 0 : found->second->samples.size();
    if (n < old_problem->samples.size())
      result.comparisons.push_back(fewer(subject, old_problem->samples.size(), n));
    if (n == 0) continue;
    Comparison one =
        compare_means(subject, old_problem->mean, found->second->mean, limit_of_problem(limits, subject));
    result.problems.push_back({subject, one.outcome, 0, 0, 0, one.before, one.after});
    if (!one.reasons.empty()) result.comparisons.push_back(std::move(one));
  }
  return result;
}

}  // namespace effk::gate
