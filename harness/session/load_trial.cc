#include "harness/session/load_trial.h"

namespace effk::session {

Result<LoadTrial::Loaded> LoadTrial::run() {
  std::vector<Turn> order = {Turn::sample};
  if (standard_.is_timed()) order = turns(drivers_.instrument().traits(), 1);
  for (const Turn turn : order) {
    if (turn == Turn::reference) {
      if (auto done = load_reference_beside(); !done) return tl::unexpected(done.error());
      continue;
    }
    auto end = load_sample();
    if (!end) return tl::unexpected(end.error());
    if (*end) return Loaded{drift_.undo(readings_.back()), std::move(*end)};
  }
  if (!beside_.empty()) drift_.beside = estimate(beside_, standard_.unit());
  return Loaded{drift_.undo(estimate(readings_, standard_.unit())), std::nullopt};
}

Result<void> LoadTrial::load_reference_beside() {
  measure::Job job = standard_.job(standard_.reference(), arguments_, budget_);
  job.budget = kNoBudget;
  job.load_only = true;
  const auto execution = drivers_.run(job);
  if (!execution) return tl::unexpected(execution.error());
  if (execution->wait_status != 0 || !execution->at_loaded) {
    const auto end = judge::judge_end(*execution, job);
    return standard_.reference_failed("loads", end ? end->detail : "it returned while loading");
  }
  beside_.push_back(execution->total);
  drift_.beside = execution->total;
  return {};
}

Result<std::optional<judge::Judgement>> LoadTrial::load_sample() {
  measure::Job job =
      standard_.job(program_, arguments_, standard_.is_timed() ? time_to_kill(budget_, drift_) : budget_);
  job.load_only = true;
  const auto execution = drivers_.run(job);
  if (!execution) return tl::unexpected(execution.error());
  readings_.push_back(execution->total);
  auto end = judge::judge_end(*execution, job);
  const bool was_told_to_stop =
      execution->reached_mark_zero && execution->wait_status == 0 && execution->result.empty();
  if (was_told_to_stop && end && end->verdict == record::Verdict::runtime_error) end.reset();
  return end;
}

}  // namespace effk::session
