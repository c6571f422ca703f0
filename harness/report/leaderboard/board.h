// harness/report/leaderboard/board.h -- what a leaderboard is made from.
#pragma once

#include <string>
#include <vector>

#include "harness/score/standings.h"

namespace effk::report {

struct Board {
  // At least one; comparable, and scored alike: the same problems, k, alpha, weights and seed.
  std::vector<score::ScoredRun> runs;
  score::Standings standings;  // of `runs`
  // How the runs' environments differ from the first one's, in words: "cpu: A in x, B in y".
  std::vector<std::string> differences = {};
};

}  // namespace effk::report
