// harness/session/run_plan.h -- what a run is asked for, before anything is measured. Internal to the module.
//
//   Errors   those of the suite.
//   Threads  plain values.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/session/run.h"

namespace effk::session {

using StandardKey = std::pair<std::string, suite::Language>;  // problem, language

struct Task {
  const std::string* model;
  const submissions::Sample* sample;

  StandardKey key() const { return {sample->problem, sample->language}; }
  // With its names and code.
  record::SampleRecord record() const;
};

// The samples of the selected problems. Those of one problem and language follow each other, so that workers
// share its cases.
std::vector<Task> plan_tasks(const submissions::Intake& intake, const std::vector<std::string>& problems);

// The keys of the tasks, each once, sorted.
std::vector<StandardKey> keys_of(const std::vector<Task>& tasks);

// Environment, alpha, problems and warnings.
Result<record::RunRecord> plan_head(const suite::Suite& suite, const submissions::Intake& intake,
                                    const Bench& bench, const RunOptions& options);

}  // namespace effk::session
