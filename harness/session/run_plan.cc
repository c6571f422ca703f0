#include "harness/session/run_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/session/environment.h"
#include "harness/session/machine_state.h"
#include "harness/submissions/intake_summary.h"

namespace effk::session {
namespace {

Result<record::ProblemRecord> record_of(const suite::Problem& problem) {
  auto rivals = rival_names(problem);
  if (!rivals) return tl::unexpected(rivals.error());
  record::ProblemRecord record;
  record.problem = problem.id;
  record.challenge = problem.challenge == suite::Challenge::algorithm ? "algorithm" : "implementation";
  record.tags = problem.tags;
  for (const suite::Level& level : problem.levels) record.levels.push_back({level.weight, level.cases});
  record.digest = problem.digest;
  record.rivals = std::move(*rivals);
  record.title = problem.title;
  record.kind = suite::to_string(problem.kind);
  record.statement = problem.statement;
  for (const suite::Language language : problem.languages)
    record.signatures[std::string(suite::to_string(language))] = problem.shown_signature(language);
  return record;
}

// What is not as its submitter may think comes first: the table shows the first warnings only.
std::vector<std::string> warnings_of(const submissions::Intake& intake) {
  std::vector<std::string> warnings;
  for (const submissions::Source& source : intake.sources) {
    if (source.samples.skipped == 0 && source.samples.without_code == 0) continue;
    warnings.push_back(submissions::source_line(source));
    for (const std::string& line : submissions::skip_lines(source))
      warnings.push_back(source.origin + ": " + line);
  }
  warnings.insert(warnings.end(), intake.warnings.begin(), intake.warnings.end());
  for (const submissions::Skipped& skipped : intake.skipped)
    warnings.push_back(skipped.origin + ": skipped: " + skipped.reason);
  return warnings;
}

// Empty if none are measured.
std::string rivals_in_words(const RivalChoice& rivals) {
  std::string words;
  if (rivals.slow) words += "slow ";
  if (rivals.baseline) words += "baseline ";
  return words.empty() ? words : fmt::format("{}alpha {}", words, rivals.alpha);
}

}  // namespace

record::SampleRecord Task::record() const {
  record::SampleRecord record;
  record.model = *model;
  record.problem = sample->problem;
  record.language = suite::to_string(sample->language);
  record.sample = sample->name;
  record.code = sample->code.value_or("");
  record.extraction = sample->rule;
  return record;
}

std::vector<Task> plan_tasks(const submissions::Intake& intake, const std::vector<std::string>& problems) {
  std::vector<Task> tasks;
  for (const submissions::Submission& submission : intake.submissions) {
    for (const submissions::Sample& sample : submission.samples) {
      if (std::find(problems.begin(), problems.end(), sample.problem) != problems.end()) {
        tasks.push_back({&submission.model, &sample});
      }
    }
  }
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const Task& a, const Task& b) { return a.key() < b.key(); });
  return tasks;
}

std::vector<StandardKey> keys_of(const std::vector<Task>& tasks) {
  std::vector<StandardKey> keys;
  for (const Task& task : tasks) {
    if (keys.empty() || keys.back() != task.key()) keys.push_back(task.key());
  }
  return keys;
}

Result<record::RunRecord> plan_head(const suite::Suite& suite, const submissions::Intake& intake,
                                    const Bench& bench, const RunOptions& options) {
  record::RunRecord head;
  head.environment = describe(suite, bench);
  if (const std::string rivals = rivals_in_words(options.rivals); !rivals.empty())
    head.environment["rivals"] = rivals;
  head.alpha = bench.options().alpha;
  for (const std::string& id : options.problems) {
    auto problem = record_of(*suite.find(id));
    if (!problem) return tl::unexpected(problem.error());
    head.problems.push_back(std::move(*problem));
  }
  if (bench.instrument().traits().unit == CostUnit::cpu_time_nanoseconds)
    head.warnings.push_back(time_warning(machine_state(), bench.options().jobs));
  const std::vector<std::string> warnings = warnings_of(intake);
  head.warnings.insert(head.warnings.end(), warnings.begin(), warnings.end());
  return head;
}

}  // namespace effk::session
