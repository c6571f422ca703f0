// harness/score/model_scores.h -- the metrics of one (model, language), and of its groups of problems.
//
//   Errors   std::invalid_argument as metrics/.
//   Threads  pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::score {

// What all models are scored with.
struct Selection {
  std::vector<const record::ProblemRecord*> problems;
  std::vector<int> k;        // ascending, each once
  bool k_was_named = false;  // then a k without enough samples is worth a warning
  std::uint64_t seed = 1;
};

// Fills everything in; model, language, not_scored and scores[].problem, .samples come filled in.
// Appends to `warnings`.
void complete_model(ModelScores& model, const Selection& selection, const std::vector<ScoredSample>& samples,
                    std::vector<std::string>& warnings);

}  // namespace effk::score
