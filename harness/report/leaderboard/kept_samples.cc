#include "harness/report/leaderboard/kept_samples.h"

#include <algorithm>
#include <tuple>

namespace effk::report {

std::vector<std::size_t> kept_samples(const score::RunScores& scores, const score::ProblemScores& problem) {
  std::vector<std::size_t> order = problem.samples;
  const auto worth = [&](std::size_t index) {
    const score::SampleScore& score = scores.samples[index].score;
    return std::make_tuple(score.score, score.complete, score.passed);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return worth(a) > worth(b); });
  if (order.size() <= 3) return order;
  return {order.front(), order[(order.size() - 1) / 2], order.back()};
}

}  // namespace effk::report
