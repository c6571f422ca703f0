#include "harness/session/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "harness/session/canaries.h"
#include "harness/session/environment.h"
#include "harness/session/evaluate.h"
#include "harness/session/machine_state.h"
#include "harness/session/standard.h"
#include "harness/session/workers.h"
#include "harness/store/run_writer.h"
#include "harness/submissions/intake_summary.h"

namespace effk::session {
namespace {

using StandardKey = std::pair<std::string, suite::Language>;
using Standards = std::map<StandardKey, std::shared_ptr<const Standard>>;

struct Task {
  const std::string* model;
  const submissions::Sample* sample;
  StandardKey key() const { return {sample->problem, sample->language}; }
};

// The samples of the selected problems. Those of one problem and language follow each other, so that
// workers share its cases.
std::vector<Task> plan(const submissions::Intake& intake, const std::vector<std::string>& problems) {
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

record::SampleRecord record_of(const Task& task) {
  record::SampleRecord record;
  record.model = *task.model;
  record.problem = task.sample->problem;
  record.language = suite::to_string(task.sample->language);
  record.sample = task.sample->name;
  record.code = task.sample->code.value_or("");
  record.extraction = task.sample->rule;
  return record;
}

// One run under way: what its threads share.
class Session {
 public:
  Session(const suite::Suite& suite, const Bench& bench, const RunOptions& options, Observer& observer,
          store::RunWriter writer)
      : suite_(suite),
        bench_(bench),
        options_(options),
        observer_(observer),
        writer_(std::move(writer)),
        drivers_(drivers_of_workers(bench)) {}

  Result<void> begin(const submissions::Intake& intake);
  Result<void> measure_references(const std::vector<Task>& tasks);
  Result<void> measure_rivals();
  Result<void> measure_samples(const std::vector<Task>& tasks);
  Result<void> finish(bool complete) { return writer_.finish(complete); }

  const RunSummary& summary() const { return summary_; }

 private:
  Result<void> measure_sample(const Task& task, Drivers& drivers);
  Result<void> store(const record::SampleRecord& record);

  const suite::Suite& suite_;
  const Bench& bench_;
  const RunOptions& options_;
  Observer& observer_;
  std::mutex mutex_;  // of the writer, the observer, the standards and the summary
  store::RunWriter writer_;
  std::vector<Drivers> drivers_;
  Standards standards_;
  RunSummary summary_;
};

Result<void> Session::begin(const submissions::Intake& intake) {
  if (auto begun = writer_.begin(describe(suite_, bench_), bench_.options().alpha); !begun) return begun;
  for (const std::string& id : options_.problems) {
    const auto record = record_of(*suite_.find(id));
    if (!record) return tl::unexpected(record.error());
    if (auto added = writer_.add(*record); !added) return added;
  }
  if (bench_.instrument().traits().unit == CostUnit::cpu_time_nanoseconds) {
    if (auto warned = writer_.warn(time_warning(machine_state(), bench_.options().jobs)); !warned)
      return warned;
  }
  // What is not as its submitter may think comes first: the table shows the first warnings only.
  for (const submissions::Source& source : intake.sources) {
    if (source.samples.skipped == 0 && source.samples.without_code == 0) continue;
    if (auto warned = writer_.warn(submissions::source_line(source)); !warned) return warned;
    for (const std::string& line : submissions::skip_lines(source)) {
      if (auto warned = writer_.warn(source.origin + ": " + line); !warned) return warned;
    }
  }
  for (const std::string& warning : intake.warnings) {
    if (auto warned = writer_.warn(warning); !warned) return warned;
  }
  for (const submissions::Skipped& skipped : intake.skipped) {
    if (auto warned = writer_.warn(skipped.origin + ": skipped: " + skipped.reason); !warned) return warned;
  }
  return {};
}

Result<void> Session::measure_references(const std::vector<Task>& tasks) {
  std::vector<StandardKey> keys;
  for (const Task& task : tasks) {
    if (keys.empty() || keys.back() != task.key()) keys.push_back(task.key());
  }
  observer_.begin_phase("references", keys.size());
  auto measured =
      for_each_task(bench_, drivers_, keys.size(), [&](std::size_t i, Drivers& drivers) -> Result<void> {
        const auto& [id, language] = keys[i];
        const suite::Problem& problem = *suite_.find(id);
        auto generator = bench_.generator(problem);
        if (!generator) return tl::unexpected(generator.error());
        auto standard = Standard::measure(
            problem, language, bench_.toolchain(), std::move(*generator), drivers,
            StandardOptions::of(suite_, bench_.options().alpha, bench_.instrument().traits()));
        if (!standard) return tl::unexpected(standard.error());
        const std::lock_guard lock(mutex_);
        standards_[keys[i]] = *standard;
        observer_.step_done(fmt::format("{} {}", id, suite::to_string(language)));
        return writer_.add((*standard)->record());
      });
  if (!measured) return measured;
  observer_.begin_phase("canaries", 1);
  std::vector<std::shared_ptr<const Standard>> standards;
  for (const auto& [key, standard] : standards_) standards.push_back(standard);
  auto asked = ask_canaries(bench_, standards, drivers_);
  if (asked) observer_.step_done("all alive");
  return asked;
}

Result<void> Session::measure_rivals() {
  std::vector<std::pair<suite::SolutionFile, const Standard*>> chosen;
  for (const auto& [key, standard] : standards_) {
    const auto files = suite::solution_files(standard->problem());
    if (!files) return tl::unexpected(files.error());
    for (const suite::SolutionFile& file : *files) {
      if (file.language == key.second && options_.rivals.wants(file))
        chosen.emplace_back(file, standard.get());
    }
  }
  if (chosen.empty()) return {};
  observer_.begin_phase("rivals", chosen.size());
  return for_each_task(bench_, drivers_, chosen.size(), [&](std::size_t i, Drivers& drivers) -> Result<void> {
    const auto& [file, standard] = chosen[i];
    const auto rival = measure_rival(file, options_.rivals.alpha, *standard, bench_.toolchain(), drivers);
    if (bench_.interruption().is_set()) return interrupted();
    if (!rival) return tl::unexpected(rival.error());
    const std::lock_guard lock(mutex_);
    observer_.step_done(fmt::format("{} {} {}: {}", rival->problem, rival->language, rival->name,
                                    record::to_string(rival->verdict)));
    return writer_.add(*rival);
  });
}

Result<void> Session::measure_samples(const std::vector<Task>& tasks) {
  observer_.begin_phase("samples", tasks.size());
  return for_each_task(bench_, drivers_, tasks.size(),
                       [&](std::size_t i, Drivers& drivers) { return measure_sample(tasks[i], drivers); });
}

Result<void> Session::measure_sample(const Task& task, Drivers& drivers) {
  record::SampleRecord record = record_of(task);
  if (!task.sample->code) {
    record.verdict = record::Verdict::no_code;
    record.detail = "no code was found in the text";
    return store(record);
  }
  auto evaluated = evaluate(record, *standards_.at(task.key()), bench_.toolchain(), drivers);
  if (bench_.interruption().is_set()) return interrupted();
  if (!evaluated) {
    record.verdict = record::Verdict::internal_error;
    record.detail = evaluated.error().what + ": " + evaluated.error().why;
  }
  return store(record);
}

Result<void> Session::store(const record::SampleRecord& record) {
  const std::lock_guard lock(mutex_);
  ++summary_.samples;
  if (record.verdict == record::Verdict::internal_error) ++summary_.internal_errors;
  observer_.step_done(fmt::format("{} {} {} {}: {}", record.model, record.problem, record.language,
                                  record.sample, record::to_string(record.verdict)));
  return writer_.add(record);
}

}  // namespace

Result<RunSummary> run(const suite::Suite& suite, const submissions::Intake& intake, const Bench& bench,
                       const RunOptions& options, Observer& observer) {
  const std::vector<Task> tasks = plan(intake, options.problems);
  if (tasks.empty()) {
    return fail(ErrorKind::bad_input, "no sample belongs to the selected problems", {}, "effk list");
  }
  auto writer = store::RunWriter::create(options.output);
  if (!writer) return tl::unexpected(writer.error());
  Session session(suite, bench, options, observer, std::move(*writer));
  auto done = session.begin(intake);
  if (done) done = session.measure_references(tasks);
  if (done) done = session.measure_rivals();
  if (done) done = session.measure_samples(tasks);
  RunSummary summary = session.summary();
  summary.interrupted = bench.interruption().is_set();
  auto finished = session.finish(done.has_value());
  if (!done && !summary.interrupted) return tl::unexpected(done.error());
  if (!finished) return tl::unexpected(finished.error());
  return summary;
}

}  // namespace effk::session
