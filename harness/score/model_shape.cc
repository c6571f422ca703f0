#include "harness/score/model_shape.h"

#include <algorithm>
#include <map>
#include <set>

#include "harness/score/judged_samples.h"
#include "metrics/performance_profile.h"
#include "metrics/suite_mean.h"

namespace effk::score {
namespace {

// A level's mean over the samples of one problem.
double mean_of_level(const RunScores& scores, const ProblemScores& problem, std::size_t level) {
  double sum = 0;
  for (const std::size_t index : problem.samples) {
    sum += scores.samples[index].score.levels[level].score.value_or(0);
  }
  return sum / static_cast<double>(problem.samples.size());
}

bool is_weighted(const RunScores& scores, const record::ProblemRecord& problem, std::size_t level) {
  if (level >= problem.levels.size()) return false;
  return (scores.weights.empty() ? problem.levels[level].weight : scores.weights[level]) > 0;
}

}  // namespace

std::vector<std::optional<double>> level_means(const record::RunRecord& run, const RunScores& scores,
                                               const ModelScores& model) {
  const std::set<std::string> selected(scores.problems.begin(), scores.problems.end());
  std::size_t levels = 0;
  for (const record::ProblemRecord& problem : run.problems) levels = std::max(levels, problem.levels.size());
  std::vector<std::optional<double>> means(levels);
  for (std::size_t level = 0; level < levels; ++level) {
    std::vector<std::string> problems;
    for (const record::ProblemRecord& problem : run.problems) {
      if (selected.count(problem.problem) > 0 && is_weighted(scores, problem, level)) {
        problems.push_back(problem.problem);
      }
    }
    if (problems.empty()) continue;
    const std::set<std::string> weighted(problems.begin(), problems.end());
    std::map<std::string, double> values;
    for (const ProblemScores& problem : model.scores) {
      if (weighted.count(problem.problem) > 0) {
        values[problem.problem] = mean_of_level(scores, problem, level);
      }
    }
    means[level] = metrics::suite_mean(problems, values).mean;
  }
  return means;
}

std::vector<double> performance_profile(const RunScores& scores, const ModelScores& model,
                                        const std::vector<double>& factors) {
  std::vector<double> shares;
  for (const double factor : factors) {
    std::map<std::string, double> values;
    for (const ProblemScores& problem : model.scores) {
      const JudgedSamples judged = judged_samples(problem, scores.samples);
      values[problem.problem] = metrics::within_factor(judged.samples, judged.reference_cost, factor);
    }
    shares.push_back(metrics::suite_mean(scores.problems, values).mean);
  }
  return shares;
}

}  // namespace effk::score
