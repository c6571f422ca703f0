// harness/score/standings.h -- the models of one or several runs side by side, and which of them cannot be
// told apart.
//
// Models of one language are compared pair by pair: sign-flip test on their per-problem differences of eff@1,
// adjusted by Holm for all pairs of that language. Languages are not compared with each other: each is
// measured against a reference of its own.
//
//   Unit     differences in eff@1; p are probabilities.
//   Scope    a missing problem counts 0. Models without scored samples have a row, and no group.
//   Errors   std::invalid_argument if two runs were not scored on the same problems.
//   Threads  pure: the same runs give the same standings on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::score {

struct ScoredRun {
  std::string name;  // for people: the file's stem
  record::RunRecord record;
  RunScores scores;  // of `record`
};

// A group is a set of neighbours in the order of the table, of one language, of whom no two can be told
// apart. Groups overlap; those that a row is in are neighbours too. Numbered from 1, best first, a language.
struct GroupRange {
  int first = 0;  // 0: in no group, because nothing was scored
  int last = 0;
};

struct Standing {
  std::size_t run = 0;    // index into the runs
  std::size_t model = 0;  // index into its scores' models
  double eff_at_1 = 0;
  std::vector<double> by_problem;  // eff@1, in the order of the scores' problems
  GroupRange groups;
};

struct Comparison {
  std::size_t better = 0;  // indices into Standings::rows; the one with the higher eff@1, in table order
  std::size_t worse = 0;
  double difference = 0;  // of eff@1, not below 0
  double p = 1;
  double adjusted_p = 1;  // by Holm
  bool exact = true;      // every sign pattern was enumerated
};

struct Standings {
  std::vector<Standing> rows;  // best first: by eff@1 descending, then model, language, run
  std::vector<Comparison> comparisons;
};

// A difference is resolved if its adjusted p is at most this.
inline constexpr double kResolvedAt = 0.05;

Standings standings(const std::vector<ScoredRun>& runs, std::uint64_t seed = 1);

}  // namespace effk::score
