#include "harness/score/model_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "harness/score/judged_samples.h"
#include "metrics/eff_at_k.h"
#include "metrics/efficient_at_k.h"
#include "metrics/intervals.h"
#include "metrics/pass_at_k.h"
#include "metrics/suite_mean.h"

namespace effk::score {
namespace {

using Values = std::map<std::string, double>;                     // by problem
using NamedValues = std::vector<std::pair<std::string, Values>>;  // by metric

std::vector<double> efficiencies(const ProblemScores& problem, const std::vector<ScoredSample>& samples) {
  std::vector<double> scores;
  for (const std::size_t index : problem.samples) scores.push_back(samples[index].score.score);
  return scores;
}

double efficient(const ProblemScores& problem, const std::vector<ScoredSample>& samples, int k) {
  const JudgedSamples judged = judged_samples(problem, samples);
  return metrics::efficient_at_k(judged.samples, judged.reference_cost, k);
}

NamedValues values_of(const ModelScores& model, const std::vector<int>& ks,
                      const std::vector<ScoredSample>& samples) {
  NamedValues values;
  for (const int k : ks) {
    Values& by_problem = values.emplace_back(fmt::format("eff@{}", k), Values{}).second;
    for (const ProblemScores& one : model.scores)
      by_problem[one.problem] = metrics::eff_at_k(efficiencies(one, samples), k);
  }
  for (const int k : ks) {
    Values& by_problem = values.emplace_back(fmt::format("pass@{}", k), Values{}).second;
    for (const ProblemScores& one : model.scores) {
      by_problem[one.problem] = metrics::pass_at_k(
          {.samples = static_cast<std::int64_t>(one.samples.size()), .passed = one.passed}, k);
    }
  }
  for (const int k : ks) {
    Values& by_problem = values.emplace_back(fmt::format("efficient@{}", k), Values{}).second;
    for (const ProblemScores& one : model.scores) by_problem[one.problem] = efficient(one, samples, k);
  }
  Values& complete = values.emplace_back("complete", Values{}).second;
  for (const ProblemScores& one : model.scores)
    complete[one.problem] = static_cast<double>(one.complete) / static_cast<double>(one.samples.size());
  return values;
}

std::vector<Metric> means(const NamedValues& values, const std::vector<std::string>& problems,
                          std::uint64_t seed) {
  std::vector<Metric> result;
  for (const auto& [name, by_problem] : values) {
    metrics::SuiteMean mean = metrics::suite_mean(problems, by_problem);
    const metrics::Interval interval = metrics::bootstrap_interval(mean.values, {.seed = seed});
    result.push_back({name, mean.mean, interval.low, interval.high, std::move(mean.values)});
  }
  return result;
}

// The k that every problem with samples has enough samples for.
std::vector<int> usable_k(const ModelScores& model, const Selection& selection,
                          std::vector<std::string>& warnings) {
  std::vector<int> usable;
  for (const int k : selection.k) {
    if (static_cast<std::size_t>(k) <= model.smallest_n) {
      usable.push_back(k);
    } else if (selection.k_was_named && model.smallest_n > 0) {
      warnings.push_back(
          fmt::format("no eff@{0} and pass@{0} of {1} ({2}): they need {0} samples of every problem, and {3} "
                      "has {4}, the fewest",
                      k, model.model, model.language, model.smallest_problem, model.smallest_n));
    }
  }
  return usable;
}

void add_groups(ModelScores& model, const NamedValues& values, const Selection& selection) {
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> groups;  // "challenge" < "tag"
  for (const record::ProblemRecord* problem : selection.problems) {
    if (!problem->challenge.empty()) groups[{"challenge", problem->challenge}].push_back(problem->problem);
    const std::set<std::string> tags(problem->tags.begin(), problem->tags.end());
    for (const std::string& tag : tags) groups[{"tag", tag}].push_back(problem->problem);
  }
  for (const auto& [key, problems] : groups) {
    model.groups.push_back({key.first, key.second, problems.size(), means(values, problems, selection.seed)});
  }
}

}  // namespace

void complete_model(ModelScores& model, const Selection& selection, const std::vector<ScoredSample>& samples,
                    std::vector<std::string>& warnings) {
  std::vector<std::string> ids;
  std::set<std::string> present;
  for (ProblemScores& problem : model.scores) {
    present.insert(problem.problem);
    const std::vector<double> scores = efficiencies(problem, samples);
    problem.best = *std::max_element(scores.begin(), scores.end());
    problem.mean = metrics::eff_at_k(scores, 1);
    for (const std::size_t index : problem.samples) {
      problem.passed += samples[index].score.passed ? 1 : 0;
      problem.complete += samples[index].score.complete ? 1 : 0;
    }
    const std::size_t n = problem.samples.size();
    model.samples += n;
    if (model.smallest_n == 0 || n < model.smallest_n) {
      model.smallest_n = n;
      model.smallest_problem = problem.problem;
    }
  }
  for (const record::ProblemRecord* problem : selection.problems) {
    ids.push_back(problem->problem);
    if (present.count(problem->problem) == 0) model.missing.push_back(problem->problem);
  }
  model.problems = ids.size();
  const std::vector<int> ks = usable_k(model, selection, warnings);
  if (model.smallest_n == 0) return;  // nothing was scored: a mean of zeros would look like a result
  const NamedValues values = values_of(model, ks, samples);
  model.metrics = means(values, ids, selection.seed);
  add_groups(model, values, selection);
}

}  // namespace effk::score
