// harness/score/peers/peer_value.h -- how the values of all families are made: means and ratios over problems
// with their intervals, and the words for what is missing.
//
//   Errors   std::logic_error for a metric that metrics/peer_metrics.h does not have.
//   Threads  pure.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/score/peer_scores.h"
#include "harness/score/peers/peer_problem.h"
#include "metrics/cost_ratios.h"

namespace effk::score {

// One model before the families.
struct PeerInput {
  const ModelScores& model;
  std::vector<PeerProblem> problems;
  std::vector<int> k;  // those that every problem with samples has enough samples for
  double alpha = 2;
  std::uint64_t seed = 1;
  CostUnit unit = CostUnit::instructions;  // of the costs
};

// A value to be filled in. `k` takes the place of the k in its name; 0: it has none.
PeerValue named_value(std::string_view family, std::string_view name, int k = 0);

// "n/a: needs ..."; `because` may say more.
PeerValue lacking(PeerValue value, const std::string& because);

// Collects what the problems give, and makes their mean. Without a problem there is no value.
class ProblemMean {
 public:
  explicit ProblemMean(PeerValue value) : value_(std::move(value)) {}
  void add(double value, std::size_t samples);
  // A problem without samples: as the metric's `missing` says.
  void add_missing();
  PeerValue mean(std::uint64_t seed) const;

 private:
  PeerValue value_;
  std::vector<double> values_;
  std::size_t samples_ = 0;
};

// The same for costs set against the reference's, a problem each: mean of sample/reference, sum of
// samples/sum of references, and sum of references/sum of samples.
class ProblemRatios {
 public:
  void add(double reference, const std::vector<metrics::JudgedCost>& samples);
  PeerValue mean_of_ratios(PeerValue value, std::uint64_t seed) const;
  PeerValue ratio_of_sums(PeerValue value, std::uint64_t seed) const;
  PeerValue speedup(PeerValue value, std::uint64_t seed) const;

 private:
  PeerValue ratio(PeerValue value, const std::vector<double>& above, const std::vector<double>& below,
                  std::optional<double> result, std::uint64_t seed) const;
  std::vector<metrics::ComparedCost> compared_;
  std::vector<double> samples_;
  std::vector<double> references_;
  std::size_t counted_ = 0;
};

// "the words: a (why), b (why) and 3 more", appended to `notes`, over the problems with a reason.
void note_problems(std::vector<std::string>& notes, const std::string& words,
                   const std::vector<PeerProblem>& problems,
                   const std::function<std::string(const PeerProblem&)>& why);

// One reason for all, if the problems agree, else the first with its problem.
std::string common_reason(const std::vector<PeerProblem>& problems, std::string PeerProblem::*why);

// "{n} right samples over budget, {become}", of the problems to which that matters: `over_reference` is how
// much dearer than the reference a sample may be and still count for something, 0 if there is no such bound,
// and nothing for a problem that is left out anyway.
void note_unknown_costs(std::vector<std::string>& notes, const PeerInput& input, const std::string& become,
                        const std::function<std::optional<double>(const PeerProblem&)>& over_reference);

// What a ladder's user must be told: problems without one, rivals that are not on it, and samples over
// budget, which `become` 0.
void note_ladders(std::vector<std::string>& notes, const PeerInput& input, const std::string& become);

}  // namespace effk::score
