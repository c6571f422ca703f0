#include "harness/report/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "harness/report/csv_cells.h"

namespace effk::report {
namespace {

// The names of metrics that any model has, in the order of the models' lists. A model has a prefix of each
// kind's k, so the longest list holds all names.
std::vector<std::string> metric_names(const score::RunScores& scores) {
  const std::vector<score::Metric>* longest = nullptr;
  for (const score::ModelScores& model : scores.models) {
    if (longest == nullptr || model.metrics.size() > longest->size()) longest = &model.metrics;
  }
  std::vector<std::string> names;
  if (longest == nullptr) return names;
  for (const score::Metric& metric : *longest) names.push_back(metric.name);
  return names;
}

}  // namespace

std::string models_csv(const score::RunScores& scores) {
  std::vector<std::string> cells{"model", "language", "problems", "missing", "samples", "not_scored"};
  const std::vector<std::string> names = metric_names(scores);
  for (const std::string& name : names) {
    for (const char* end : {"", "_low", "_high"}) cells.push_back(name + end);
  }
  std::string text = csv_line(cells);
  for (const score::ModelScores& model : scores.models) {
    cells = {text_cell(model.model),         text_cell(model.language),
             fmt::to_string(model.problems), fmt::to_string(model.missing.size()),
             fmt::to_string(model.samples),  fmt::to_string(model.not_scored)};
    for (const std::string& name : names) {
      const score::Metric* metric = score::find_metric(model.metrics, name);
      if (metric == nullptr) {
        cells.insert(cells.end(), 3, "");
      } else {
        for (const double number : {metric->value, metric->low, metric->high})
          cells.push_back(fmt::to_string(number));
      }
    }
    text += csv_line(cells);
  }
  return text;
}

std::string samples_csv(const record::RunRecord& run, const score::RunScores& scores) {
  const bool is_time = record::cost_unit(run.environment) == CostUnit::cpu_time_nanoseconds;
  std::size_t levels = 0;
  for (const score::ScoredSample& one : scores.samples) levels = std::max(levels, one.score.levels.size());
  std::vector<std::string> cells{"model", "problem", "sample", "language", "verdict", "passed", "score"};
  for (std::size_t i = 0; i < levels; ++i) {
    cells.push_back(fmt::format("score_{}", i));
    cells.push_back(fmt::format("{}_{}", is_time ? "cost_ns" : "cost", i));
  }
  std::string text = csv_line(cells);
  for (const score::ScoredSample& one : scores.samples) {
    const record::SampleRecord& sample = run.samples[one.index];
    cells = {text_cell(sample.model),
             text_cell(sample.problem),
             text_cell(sample.sample),
             text_cell(sample.language),
             std::string(record::to_string(one.score.verdict)),
             one.score.passed ? "true" : "false",
             fmt::to_string(one.score.score)};
    for (const score::LevelScore& level : one.score.levels) {
      cells.push_back(level.score ? fmt::to_string(*level.score) : "");
      cells.push_back("");
      if (level.cost) cells.back() = fmt::to_string(level.cost->value);
    }
    cells.insert(cells.end(), 2 * (levels - one.score.levels.size()), "");
    text += csv_line(cells);
  }
  return text;
}

}  // namespace effk::report
