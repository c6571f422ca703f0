// harness/report/leaderboard/board.h -- several runs put together, as far as they can be compared.
//
//   Errors   bad_input for runs that cannot be compared, by name of the difference; for two runs of one model
//            and language; for runs without a common problem. And those of score_run().
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/score/standings.h"

namespace effk::report {

struct Board {
  std::vector<score::ScoredRun>
      runs;                    // at least one, scored alike: the same problems, k, alpha, weights, seed
  score::Standings standings;  // of `runs`
  // In words, how the environment of each run differs from the first one's: "kernel is 'A' in x and 'B' in
  // y".
  std::vector<std::string> differences = {};
  // Problems that not all runs hold, or not with the same content; their samples count nowhere.
  std::vector<std::string> left_out = {};
};

struct NamedRun {
  std::string name;  // for people
  record::RunRecord record;
};

// At least one run. Only problems that all of them hold alike are scored; `options.problems` chooses among
// these.
Result<Board> make_board(std::vector<NamedRun> runs, const score::ScoreOptions& options = {});

// "left out, because not all runs hold them alike: a, b"; empty if nothing is.
std::string left_out_words(const Board& board);

}  // namespace effk::report
