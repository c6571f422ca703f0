#include "harness/report/model_columns.h"

#include <fmt/format.h>

#include "harness/report/csv_cells.h"

namespace effk::report {

std::vector<std::string> metric_names(const std::vector<const score::ModelScores*>& models) {
  // A model has a prefix of each kind's k, so the longest list holds all names.
  const std::vector<score::Metric>* longest = nullptr;
  for (const score::ModelScores* model : models) {
    if (longest == nullptr || model->metrics.size() > longest->size()) longest = &model->metrics;
  }
  std::vector<std::string> names;
  if (longest == nullptr) return names;
  for (const score::Metric& metric : *longest) names.push_back(metric.name);
  return names;
}

std::vector<std::string> model_headings(const std::vector<std::string>& metrics) {
  std::vector<std::string> headings{"model", "language", "problems", "missing", "samples", "not_scored"};
  for (const std::string& name : metrics) {
    for (const char* end : {"", "_low", "_high"}) headings.push_back(name + end);
  }
  return headings;
}

std::vector<std::string> model_cells(const score::ModelScores& model,
                                     const std::vector<std::string>& metrics) {
  std::vector<std::string> cells = {text_cell(model.model),         text_cell(model.language),
                                    fmt::to_string(model.problems), fmt::to_string(model.missing.size()),
                                    fmt::to_string(model.samples),  fmt::to_string(model.not_scored)};
  for (const std::string& name : metrics) {
    const score::Metric* metric = score::find_metric(model.metrics, name);
    if (metric == nullptr) {
      cells.insert(cells.end(), 3, "");
    } else {
      for (const double number : {metric->value, metric->low, metric->high})
        cells.push_back(fmt::to_string(number));
    }
  }
  return cells;
}

}  // namespace effk::report
