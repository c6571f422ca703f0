// Scores that a test cannot do without.
#pragma once

#include <stdexcept>

#include "harness/score/run_scores.h"

namespace effk::report {

inline score::RunScores scored(const record::RunRecord& run, const score::ScoreOptions& options = {}) {
  auto scores = score::score_run(run, options);
  if (!scores) throw std::runtime_error(error_text(scores.error()));
  return std::move(*scores);
}

// A model's name with everything that a terminal, a spreadsheet or a JSON reader could trip over.
inline const std::string kHostileName =
    "=cmd\x1b]0;owned\x07\xff\xc2\x9b"
    "2J, \"x\"\r\n\u202e"
    "evil\x7f";

}  // namespace effk::report
