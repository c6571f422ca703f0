#include "harness/report/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "harness/report/csv_cells.h"
#include "harness/report/model_columns.h"

namespace effk::report {
std::string models_csv(const score::RunScores& scores) {
  std::vector<const score::ModelScores*> models;
  for (const score::ModelScores& model : scores.models) models.push_back(&model);
  const std::vector<std::string> metrics = metric_names(models);
  std::string text = csv_line(model_headings(metrics));
  for (const score::ModelScores* model : models) text += csv_line(model_cells(*model, metrics));
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
