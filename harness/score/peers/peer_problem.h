// harness/score/peers/peer_problem.h -- one problem and one model's samples of it, as other benchmarks'
// metrics see them.
//
//   Unit     costs in the run's unit, summed over the cases above level 0; memory in bytes, the largest of
//   them. Threads  plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"
#include "metrics/judged_cost.h"
#include "metrics/n_at_k.h"

namespace effk::score {

// A right solution of the suite beside the reference.
struct RivalCost {
  std::string name;
  double cost = 0;
  double over_reference =
      0;  // its dearest case over the reference's: a sample like it needs so large an alpha
};

struct PeerProblem {
  std::string problem;

  // The model's samples, in their order; both empty if it has none.
  std::vector<metrics::JudgedCost> costs;
  std::vector<metrics::JudgedCost> memory;
  metrics::EligibleCount public_tests;

  std::optional<double> reference_cost;
  std::optional<double> reference_memory;  // absent also where it was too little to be seen

  // The ladder: the reference and the right slow_* solutions. Fewer than two different costs: empty.
  std::vector<double> ladder;
  double ladder_over_reference = 0;  // the largest RivalCost::over_reference of its rungs
  // Why the ladder is empty, or which slow_* are not on it and why.
  std::string ladder_lacks;

  std::optional<RivalCost> old_program;
  std::string old_program_lacks;  // why there is none

  // The suite has it, but nobody had a sample of the problem, so nothing was measured.
  bool ladder_waits = false;
  bool old_program_waits = false;

  bool is_missing() const { return costs.empty(); }
  std::size_t samples() const { return costs.size(); }
  std::size_t right() const;
  std::size_t right_of_unknown_cost() const;
};

// All selected problems, in the order of `scores`.
std::vector<PeerProblem> peer_problems(const record::RunRecord& run, const RunScores& scores,
                                       const ModelScores& model);

// The cost of a problem's right samples as one: their mean; wrong if there is none of known cost.
metrics::JudgedCost mean_of_right(const std::vector<metrics::JudgedCost>& samples);

}  // namespace effk::score
