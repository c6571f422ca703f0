// metrics/ladder_score.h -- DPS and DPS_norm: how far up a ladder of ever cheaper solutions does a sample
// reach?
//
//   Unit     percent, 0 to 100. Costs in one unit of the caller's choice, the same for all.
//   Range    at least one rung; costs finite and > 0; shares of rungs 0 to 100 and never falling upwards;
//            costs of right samples finite and >= 0; least_right >= 1.
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure.
//   Source   EvalPerf, arXiv 2408.06450 (COLM 2024), differential performance score; evalplus/evalplus:
//            evalplus/evalperf.py. Not carried over: the code profiles the last sample of a problem in the
//            place of each, and asks for 10 right samples where the paper asks for one. The paper takes up
//            to 10 of the right ones; here all are taken. Definitions kDps and kDpsNorm.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "metrics/judged_cost.h"

namespace effk::metrics {

// One reference solution. `share` is the percentage of a population of solutions that are no cheaper than
// this one, itself included: the dataset's cumulative score.
struct Rung {
  double cost = 0;
  double share = 0;
};

// The ladder of a suite that has a few solutions and no population: each counts the same, so the j-th dearest
// of m has share 100 * j / m, and DPS equals DPS_norm. In the order from dear to cheap.
//
//   even_ladder({20, 100, 50}): costs 100, 50, 20 with shares 33.3, 66.7, 100
std::vector<Rung> even_ladder(std::span<const double> costs);

struct LadderScore {
  double dps = 0;       // the share of the highest rung that is reached
  double dps_norm = 0;  // 100 * (its place from the bottom) / (number of rungs)
};

// `ladder` from dear to cheap. A sample reaches a rung if it costs no more than it. Where measuring again has
// turned two rungs round, the highest that is reached counts. 0 for a right sample that reaches none or ran
// over budget, and for a wrong one. Where the ladder's foot costs more than the budget, that 0 is a lower
// bound.
//
//   costs 100, 50, 20 with shares 30, 70, 100:
//   cost 45: dps 70, dps_norm 66.7        cost 20: both 100        cost 120: both 0
LadderScore ladder_score(std::span<const Rung> ladder, const JudgedCost& sample);

// The value of a problem: the mean over the *right* samples. Wrong ones do not enter, so a high DPS says
// nothing about how often a model is right: print pass@1 beside it. std::nullopt with fewer right samples
// than `least_right`; such a problem is left out of the suite's mean, not counted 0 (counted_mean.h).
std::optional<LadderScore> ladder_mean(std::span<const Rung> ladder, std::span<const JudgedCost> samples,
                                       std::int64_t least_right = 1);

}  // namespace effk::metrics
