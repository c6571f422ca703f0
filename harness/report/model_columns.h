// harness/report/model_columns.h -- the columns of a model that every CSV of models has. Internal to the
// module.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/score/run_scores.h"

namespace effk::report {

// The names of metrics that any model has, in the order of the models' lists.
std::vector<std::string> metric_names(const std::vector<const score::ModelScores*>& models);

// model,language,problems,missing,samples,not_scored, then NAME,NAME_low,NAME_high for each metric.
std::vector<std::string> model_headings(const std::vector<std::string>& metrics);

// As many cells as headings; empty where the model has no such metric.
std::vector<std::string> model_cells(const score::ModelScores& model,
                                     const std::vector<std::string>& metrics);

}  // namespace effk::report
