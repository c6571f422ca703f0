// metrics/level_score.h -- the efficiency score of one sample of one problem, from its costs level by level.
//
//   Unit     costs in one unit of the caller's choice (instructions, microseconds), the same for all; scores
//            are shares of the reference's efficiency: 1 is the reference, 0 at or over the budget.
//   Range    alpha finite and > 1; weights 0 to 1e100, at least one above 0; on levels of weight > 0 the
//            reference's cost finite and > 0, and a sample's cost finite and >= 0 where there is one.
//   Errors   std::invalid_argument outside these ranges, and if alpha times the reference's cost is not a
//            finite number above that cost.
//   Threads  pure.
//   Source   ENAMEL, arXiv 2406.06647 (ICLR 2025), efficiency score with right-censoring;
//            q-rz/enamel:enam/evaluate.py. Its 0.01 s of tolerance belongs to clocks and is left out.
//            Definition kSampleScore.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace effk::metrics {

// One level, in the order in which levels are run. A level of weight 0 decides correctness alone: nothing
// else of it is looked at here.
struct LevelCosts {
  double weight = 0;                          // h_l
  double reference_cost = 0;                  // t*(l), the reference's largest cost among the level's cases
  std::optional<double> cost = std::nullopt;  // t(l), the sample's largest; std::nullopt: censored or not run
};

// The largest cost among the cases of one level, std::nullopt as soon as one is unknown: the true maximum is
// then unknown too. Throws std::invalid_argument without any case and for a cost that is negative, infinite
// or NaN.
std::optional<double> largest_cost(std::span<const std::optional<double>> cases);

// T = alpha * max of t*(l) over the levels of weight > 0: a sample may not cost more than this on any case.
//
//   budget(levels with t* = 1, alpha 2) = 2
double budget(std::span<const LevelCosts> levels, double alpha);

// One entry a level, std::nullopt for weight 0:
//
//   f_l = max(0, T - t(l)) / (T - t*(l))
//
// A level whose cost is unknown or above T was censored, and it and every later level score 0: whatever the
// true cost is, the score does not depend on it. Not capped at 1; the ceiling, of a sample that costs
// nothing, is alpha / (alpha - 1) on the dearest level and less on cheaper ones. A sample that costs exactly
// what the reference does scores exactly 1.
//
//   T = 2, t* = 1, t = 1.5: f = 0.5
std::vector<std::optional<double>> level_scores(std::span<const LevelCosts> levels, double alpha);

struct SampleCosts {
  bool right = false;  // no wrong answer, crash or forbidden act at any level; running over budget is right
  std::span<const LevelCosts> levels = {};
};

// e = sum h_l f_l / sum h_l; 0 for a sample that is not right (whose levels must be in range all the same).
//
//   weights 0, 3, 3, 4; t* = -, 1, 1, 1; t = -, 1.5, 1, censored; alpha 2:
//   e = (3 * 0.5 + 3 * 1 + 4 * 0) / 10 = 0.45
double sample_score(const SampleCosts& sample, double alpha);

}  // namespace effk::metrics
