#include "harness/score/option_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "harness/base/nearest_word.h"

namespace effk::score {
namespace {

constexpr int kDefaultK[] = {1, 5, 10};
constexpr double kMaxWeight = 1e100;  // as metrics/level_score.h

}  // namespace

using record::ProblemRecord;

Result<double> choose_alpha(const record::RunRecord& run, const ScoreOptions& options) {
  const double alpha = options.alpha.value_or(run.alpha);
  if (!std::isfinite(alpha) || alpha <= 1) {
    return fail(options.alpha ? ErrorKind::usage : ErrorKind::bad_input,
                fmt::format("cannot score with alpha {}", alpha), "alpha must be a finite number above 1");
  }
  if (alpha > run.alpha) {
    return fail(
        ErrorKind::bad_input, fmt::format("cannot score with alpha {}", alpha),
        fmt::format("the run's samples were stopped at alpha {}, so what they would have cost beyond "
                    "is not known",
                    run.alpha),
        fmt::format("choose alpha {} or less, or measure anew with 'effk run --alpha {}'", run.alpha, alpha));
  }
  return alpha;
}

Result<std::vector<int>> choose_k(const ScoreOptions& options) {
  std::vector<int> ks = options.k;
  if (ks.empty()) ks.assign(std::begin(kDefaultK), std::end(kDefaultK));
  std::sort(ks.begin(), ks.end());
  ks.erase(std::unique(ks.begin(), ks.end()), ks.end());
  if (ks.front() < 1) {
    return fail(ErrorKind::usage, fmt::format("k is {}", ks.front()), "k must be 1 or more");
  }
  return ks;
}

Result<std::vector<const ProblemRecord*>> choose_problems(const record::RunRecord& run,
                                                          const ScoreOptions& options) {
  std::vector<std::string> known;
  std::map<std::string, const ProblemRecord*> by_name;
  for (const ProblemRecord& problem : run.problems) {
    known.push_back(problem.problem);
    if (!by_name.emplace(problem.problem, &problem).second) {
      return fail(ErrorKind::bad_input, fmt::format("the run holds problem '{}' twice", problem.problem));
    }
  }
  for (const std::string& wanted : options.problems) {
    if (by_name.count(wanted) > 0) continue;
    return fail(ErrorKind::bad_input, fmt::format("the run has no problem '{}'", wanted), {},
                suggestion(wanted, known) + "all of them: effk report RUN --details");
  }
  std::vector<const ProblemRecord*> chosen;
  for (const ProblemRecord& problem : run.problems) {
    const auto& wanted = options.problems;
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), problem.problem) != wanted.end()) {
      chosen.push_back(&problem);
    }
  }
  if (chosen.empty())
    return fail(ErrorKind::bad_input, "the run has no problems", "it ended before it began");
  return chosen;
}

Result<void> check_weights(const std::vector<double>& weights,
                           const std::vector<const ProblemRecord*>& problems) {
  if (weights.empty()) return {};
  const std::string what = fmt::format("cannot score with the weights {}", fmt::join(weights, ","));
  const std::string example = "one weight a level, level 0 first: --weights 0,3,3,4";
  bool some_weight = false;
  for (const double weight : weights) {
    if (!(weight >= 0 && weight <= kMaxWeight)) {
      return fail(ErrorKind::bad_input, what, "a weight must be a number from 0 to 1e100", example);
    }
    some_weight = some_weight || weight > 0;
  }
  if (weights.front() != 0) {
    return fail(ErrorKind::bad_input, what, "level 0 decides correctness alone: its weight must be 0",
                example);
  }
  if (!some_weight) return fail(ErrorKind::bad_input, what, "one must be above 0", example);
  for (const ProblemRecord* problem : problems) {
    if (problem->levels.size() == weights.size()) continue;
    return fail(ErrorKind::bad_input, what,
                fmt::format("there are {}, and problem {} has {} levels", weights.size(), problem->problem,
                            problem->levels.size()),
                example);
  }
  return {};
}

}  // namespace effk::score
