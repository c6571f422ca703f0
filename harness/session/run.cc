#include "harness/session/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include "harness/session/canaries.h"
#include "harness/session/evaluate.h"
#include "harness/session/run_plan.h"
#include "harness/session/standard.h"
#include "harness/session/workers.h"
#include "harness/store/run_reader.h"
#include "harness/store/run_writer.h"

namespace effk::session {
namespace {

using Standards = std::map<StandardKey, std::shared_ptr<const Standard>>;

// What is left to do of a run: all of it, or what an earlier one has not stored.
struct Work {
  std::vector<Task> samples;
  std::vector<std::pair<StandardKey, suite::SolutionFile>> rivals;
  std::vector<StandardKey> references;

  bool is_nothing() const { return samples.empty() && rivals.empty() && references.empty(); }
};

// One run under way: what its threads share.
class Session {
 public:
  Session(const suite::Suite& suite, const Bench& bench, Observer& observer, record::RunRecord head,
          record::RunRecord stored)
      : suite_(suite),
        bench_(bench),
        observer_(observer),
        head_(std::move(head)),
        stored_(std::move(stored)),
        drivers_(drivers_of_workers(bench)) {}

  Result<Work> plan_work(const std::vector<Task>& tasks, const RivalChoice& rivals) const;
  // Takes what it can over from these runs.
  void reuse(std::vector<EarlierRun> runs);
  Result<void> open(const RunOptions& options);
  Result<void> measure(const Work& work, double rival_alpha);
  Result<void> finish(bool complete) { return writer_->finish(complete); }

  const RunSummary& summary() const { return summary_; }

 private:
  Result<void> measure_references(const std::vector<StandardKey>& keys);
  Result<void> ask_canaries();
  Result<void> measure_rivals(const Work& work, double alpha);
  Result<void> measure_samples(const std::vector<Task>& tasks);
  Result<void> measure_sample(const Task& task, Drivers& drivers);
  Result<void> store(const record::SampleRecord& record);
  const record::ReferenceRecord* stored_reference(const StandardKey& key) const;
  bool has_rival(const StandardKey& key, const suite::SolutionFile& file) const;

  const suite::Suite& suite_;
  const Bench& bench_;
  Observer& observer_;
  const record::RunRecord head_;
  const record::RunRecord stored_;  // by the run that is continued; empty without one
  ReusableRecords reusable_;
  std::mutex mutex_;  // of the writer, the observer, the standards and the summary
  std::optional<store::RunWriter> writer_;
  std::vector<Drivers> drivers_;
  Standards standards_;
  RunSummary summary_;
};

const record::ReferenceRecord* Session::stored_reference(const StandardKey& key) const {
  return record::find_reference(stored_, key.first, suite::to_string(key.second));
}

bool Session::has_rival(const StandardKey& key, const suite::SolutionFile& file) const {
  return std::any_of(stored_.rivals.begin(), stored_.rivals.end(), [&](const record::RivalRecord& one) {
    return one.problem == key.first && one.language == suite::to_string(key.second) && one.name == file.name;
  });
}

// The reference is wanted wherever a sample or a rival is left, to measure it against, and where it is not
// stored.
Result<Work> Session::plan_work(const std::vector<Task>& tasks, const RivalChoice& rivals) const {
  std::set<std::tuple<std::string, std::string, std::string, std::string>> done;
  for (const record::SampleRecord& one : stored_.samples) {
    if (one.verdict != record::Verdict::internal_error)
      done.emplace(one.model, one.problem, one.language, one.sample);
  }
  Work work;
  std::set<StandardKey> wanted;
  for (const Task& task : tasks) {
    if (done.count({*task.model, task.sample->problem, std::string(suite::to_string(task.sample->language)),
                    task.sample->name}) > 0)
      continue;
    work.samples.push_back(task);
    wanted.insert(task.key());
  }
  for (const StandardKey& key : keys_of(tasks)) {
    if (stored_reference(key) == nullptr) wanted.insert(key);
    const auto files = suite::solution_files(*suite_.find(key.first));
    if (!files) return tl::unexpected(files.error());
    for (const suite::SolutionFile& file : *files) {
      if (file.language != key.second || !rivals.wants(file) || has_rival(key, file)) continue;
      work.rivals.emplace_back(key, file);
      wanted.insert(key);
    }
  }
  work.references.assign(wanted.begin(), wanted.end());
  return work;
}

void Session::reuse(std::vector<EarlierRun> runs) {
  reusable_ = ReusableRecords(std::move(runs), head_.environment);
  for (const std::string& refusal : reusable_.refusals())
    observer_.note("nothing is taken over from " + refusal);
}

Result<void> Session::open(const RunOptions& options) {
  auto writer = options.resume ? store::RunWriter::reopen(options.output, head_)
                               : store::RunWriter::create(options.output, head_);
  if (!writer) return tl::unexpected(writer.error());
  writer_.emplace(std::move(*writer));
  return {};
}

Result<void> Session::measure(const Work& work, double rival_alpha) {
  auto done = measure_references(work.references);
  if (done) done = ask_canaries();
  if (done) done = measure_rivals(work, rival_alpha);
  if (done) done = measure_samples(work.samples);
  return done;
}

Result<void> Session::measure_references(const std::vector<StandardKey>& keys) {
  observer_.begin_phase("references", keys.size());
  const auto options = StandardOptions::of(suite_, bench_.options().alpha, bench_.instrument().traits());
  return for_each_task(bench_, drivers_, keys.size(), [&](std::size_t i, Drivers& drivers) -> Result<void> {
    const auto& [id, language] = keys[i];
    const suite::Problem& problem = *suite_.find(id);
    auto generator = bench_.generator(problem);
    if (!generator) return tl::unexpected(generator.error());
    StandardOptions mine = options;
    mine.earlier = stored_reference(keys[i]);
    mine.continues = mine.earlier != nullptr;
    if (!mine.continues)
      mine.earlier = reusable_.find_reference(id, std::string(suite::to_string(language)), problem.digest);
    auto standard =
        Standard::measure(problem, language, bench_.toolchain(), std::move(*generator), drivers, mine);
    if (!standard) return tl::unexpected(standard.error());
    const std::lock_guard lock(mutex_);
    if (!mine.continues) {
      if (auto added = writer_->add((*standard)->record()); !added) return added;
    }
    standards_[keys[i]] = *standard;
    observer_.step_done(fmt::format("{} {}", id, suite::to_string(language)));
    if (!mine.continues && (*standard)->was_taken_over()) ++summary_.reused_references;
    return {};
  });
}

Result<void> Session::ask_canaries() {
  observer_.begin_phase("canaries", 1);
  std::vector<std::shared_ptr<const Standard>> standards;
  for (const auto& [key, standard] : standards_) standards.push_back(standard);
  auto asked = session::ask_canaries(bench_, standards, drivers_);
  if (asked) observer_.step_done("all alive");
  return asked;
}

Result<void> Session::measure_rivals(const Work& work, double alpha) {
  if (work.rivals.empty()) return {};
  observer_.begin_phase("rivals", work.rivals.size());
  return for_each_task(
      bench_, drivers_, work.rivals.size(), [&](std::size_t i, Drivers& drivers) -> Result<void> {
        const auto& [key, file] = work.rivals[i];
        const auto rival = measure_rival(file, alpha, *standards_.at(key), bench_.toolchain(), drivers);
        if (bench_.interruption().is_set()) return interrupted();
        if (!rival) return tl::unexpected(rival.error());
        const std::lock_guard lock(mutex_);
        if (auto added = writer_->add(*rival); !added) return added;
        observer_.step_done(fmt::format("{} {} {}: {}", rival->problem, rival->language, rival->name,
                                        record::to_string(rival->verdict)));
        return {};
      });
}

Result<void> Session::measure_samples(const std::vector<Task>& tasks) {
  observer_.begin_phase("samples", tasks.size());
  return for_each_task(bench_, drivers_, tasks.size(),
                       [&](std::size_t i, Drivers& drivers) { return measure_sample(tasks[i], drivers); });
}

Result<void> Session::measure_sample(const Task& task, Drivers& drivers) {
  record::SampleRecord record = task.record();
  if (!task.sample->code) {
    record.verdict = record::Verdict::no_code;
    record.detail = "no code was found in the text";
    return store(record);
  }
  const Standard& standard = *standards_.at(task.key());
  if (const auto taken = reusable_.find(record, standard.problem().digest, standard.record()))
    return store(*taken);
  auto evaluated = evaluate(record, standard, bench_.toolchain(), drivers);
  if (bench_.interruption().is_set()) return interrupted();
  if (!evaluated && toolchain::disk_was_full(evaluated.error())) return evaluated;
  if (!evaluated) {
    record.verdict = record::Verdict::internal_error;
    record.detail = evaluated.error().what + ": " + evaluated.error().why;
  }
  return store(record);
}

Result<void> Session::store(const record::SampleRecord& record) {
  const std::lock_guard lock(mutex_);
  if (auto added = writer_->add(record); !added) return added;
  ++summary_.samples;
  if (record.reused) ++summary_.reused;
  if (record.verdict == record::Verdict::internal_error) ++summary_.internal_errors;
  observer_.step_done(fmt::format("{} {} {} {}: {}", record.model, record.problem, record.language,
                                  record.sample, record::to_string(record.verdict)));
  return {};
}

// What the run that is to be continued has stored; nothing, if none is or it has not begun.
Result<record::RunRecord> read_stored(const RunOptions& options, const record::RunRecord& head,
                                      const std::vector<Task>& tasks) {
  if (!options.resume) return record::RunRecord();
  const auto begun = store::has_begun(options.output);
  if (!begun) return tl::unexpected(begun.error());
  if (!*begun) return record::RunRecord();
  auto stored = store::read_run(options.output);
  if (!stored) return stored;
  std::vector<record::SampleRecord> samples;
  for (const Task& task : tasks) samples.push_back(task.record());
  const EarlierRun earlier{options.output.string(), std::move(*stored)};
  if (auto may = check_continuation(earlier, head, samples); !may) return tl::unexpected(may.error());
  return earlier.run;
}

}  // namespace

Result<RunSummary> run(const suite::Suite& suite, const submissions::Intake& intake, const Bench& bench,
                       const RunOptions& options, Observer& observer) {
  const std::vector<Task> tasks = plan_tasks(intake, options.problems);
  if (tasks.empty()) {
    return fail(ErrorKind::bad_input, "no sample belongs to the selected problems", {}, "effk list");
  }
  auto head = plan_head(suite, intake, bench, options);
  if (!head) return tl::unexpected(head.error());
  auto stored = read_stored(options, *head, tasks);
  if (!stored) return tl::unexpected(stored.error());
  const std::size_t stored_before = stored->samples.size();
  const bool was_complete = stored->complete;
  Session session(suite, bench, observer, std::move(*head), std::move(*stored));
  const auto work = session.plan_work(tasks, options.rivals);
  if (!work) return tl::unexpected(work.error());
  RunSummary summary;
  summary.stored_before = stored_before;
  summary.nothing_to_do = was_complete && work->is_nothing();
  if (summary.nothing_to_do) return summary;
  session.reuse(options.reused);
  if (auto opened = session.open(options); !opened) return tl::unexpected(opened.error());
  const auto done = work->is_nothing() ? Result<void>() : session.measure(*work, options.rivals.alpha);
  summary = session.summary();
  summary.stored_before = stored_before;
  summary.interrupted = bench.interruption().is_set();
  auto finished = session.finish(done.has_value());
  if (!done && !summary.interrupted) return tl::unexpected(done.error());
  if (!finished) return tl::unexpected(finished.error());
  return summary;
}

}  // namespace effk::session
