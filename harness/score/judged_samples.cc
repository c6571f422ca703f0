#include "harness/score/judged_samples.h"

namespace effk::score {

JudgedSamples judged_samples(const ProblemScores& problem, const std::vector<ScoredSample>& samples) {
  JudgedSamples result;
  double reference = 0;
  for (const std::size_t index : problem.samples) {
    const SampleScore& score = samples[index].score;
    metrics::JudgedCost& one = result.samples.emplace_back();
    one.right = score.passed;
    if (score.stress_cost) one.cost = static_cast<double>(score.stress_cost->value);
    if (score.reference_stress_cost) reference = static_cast<double>(score.reference_stress_cost->value);
  }
  if (reference > 0) result.reference_cost = reference;
  return result;
}

}  // namespace effk::score
