// harness/score/sample_score.h -- the efficiency score of one stored sample, level by level.
//
// A record is scored as if it had been measured under `alpha`, which may be smaller than the run's: the first
// case that cost more than the smaller budget ends the sample there, whatever later cases held.
//
//   Unit     costs in Instructions; scores as metrics/level_score.h: 1 is the reference.
//   Scope    passed: accepted everywhere, or censored at a level > 0 (ENAMEL); else failed and score 0.
//   Errors   std::invalid_argument for records that contradict each other: a case of an unknown level, a
//            reference without cost on a weighted level, alpha not above 1. Never for what a sample did.
//   Threads  pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "harness/base/units.h"
#include "harness/record/record.h"

namespace effk::score {

struct LevelScore {
  double weight = 0;
  std::optional<Instructions> reference_cost;  // t*(l); absent when the reference has no case there
  std::optional<Instructions> cost;  // t(l); absent unless every case of the level ended with an answer
  std::optional<double> score;       // f_l; absent at weight 0. All 0 for a failed sample.
  // One entry a case; absent: censored, ended without an answer, or not run.
  std::vector<std::optional<Instructions>> case_costs;
};

struct SampleScore {
  record::Verdict verdict = record::Verdict::accepted;  // under this alpha
  bool passed = false;
  bool complete = false;  // finished every level
  double score = 0;
  std::vector<LevelScore> levels;  // index = level
  std::size_t cases = 0;           // how many of the record's cases count under this alpha
  std::optional<double> budget;    // T; absent when the reference has no costs
  // Sums over all cases of levels > 0, for efficient@k. The sample's is absent unless it is complete.
  std::optional<Instructions> stress_cost;
  std::optional<Instructions> reference_stress_cost;
};

// `reference` is the record of the same problem and language; one without cases will do for a sample that
// failed. An internal_error is scored as a failure: it is the caller who leaves it out.
//
//   weights 0, 3, 3, 4; reference 1 everywhere; costs 1, 1.5, 1, censored; alpha 2:
//   passed, not complete, score (3 * 0.5 + 3 * 1 + 4 * 0) / 10 = 0.45
SampleScore score_sample(const record::SampleRecord& sample, const record::ReferenceRecord& reference,
                         const std::vector<record::LevelRecord>& levels, double alpha);

}  // namespace effk::score
