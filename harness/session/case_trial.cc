#include "harness/session/case_trial.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/judge/judge.h"

namespace effk::session {
namespace {

// Less than this much CPU time is mostly the kernel's own start-up work for the child.
constexpr std::int64_t kWorthFlaggingUs = 50'000;

}  // namespace

Result<record::CaseRecord> CaseTrial::run() {
  measured_.level = case_.level;
  measured_.number = case_.number;
  for (const Turn turn : turns(drivers_.instrument().traits(), case_.level)) {
    auto done = turn == Turn::reference ? run_reference_beside() : run_sample();
    if (!done) return tl::unexpected(done.error());
    if (over()) break;
  }
  estimate_total();
  charge();
  return std::move(measured_);
}

// It has solved this case before, so an end of another kind is the machine's fault.
Result<void> CaseTrial::run_reference_beside() {
  measure::Job job = standard_.job(standard_.reference(), case_.arguments, budget_);
  job.budget = kNoBudget;
  auto execution = drivers_.run(job);
  if (!execution) return tl::unexpected(execution.error());
  if (const auto end = judge::judge_end(*execution, job)) {
    return standard_.reference_failed(fmt::format("solves level {}, case {}", case_.level, case_.number),
                                      end->detail);
  }
  beside_.push_back(execution->total);
  drift_.beside = execution->total;
  return {};
}

Result<void> CaseTrial::run_sample() {
  const Cost limit = standard_.is_timed() ? time_to_kill(budget_, drift_) : budget_;
  const measure::Job job = standard_.job(program_, case_.arguments, limit);
  auto execution = drivers_.run(job);
  if (!execution) return tl::unexpected(execution.error());
  auto judgement =
      judge::judge(*execution, job, standard_.problem(), standard_.generator(), standard_.expected(index_));
  if (!judgement) return tl::unexpected(judgement.error());
  measured_.verdict = judgement->verdict;
  measured_.detail = std::move(judgement->detail);
  const bool cheapest =
      readings_.empty() || execution->total < *std::min_element(readings_.begin(), readings_.end());
  readings_.push_back(execution->total);
  if (cheapest || over()) measured_.use = execution->use;
  return {};
}

void CaseTrial::estimate_total() {
  if (!standard_.is_timed()) {
    measured_.total = over() ? readings_.back() : estimate(readings_, standard_.unit());
    measured_.spread = *std::max_element(readings_.begin(), readings_.end()) - measured_.total;
    return;
  }
  if (!beside_.empty()) drift_.beside = estimate(beside_, standard_.unit());
  measured_.total = drift_.undo(over() ? readings_.back() : estimate(readings_, standard_.unit()));
  measured_.spread = drift_.undo(spread(readings_));
  // The final value decides, whatever else happened: here it is the estimate, and not one turn.
  if (measured_.total > budget_ || measured_.verdict == record::Verdict::budget_exceeded) {
    judge::Judgement judgement = judge::over_budget(budget_, standard_.unit());
    measured_.verdict = judgement.verdict;
    measured_.detail = std::move(judgement.detail);
  }
}

void CaseTrial::charge() {
  const std::int64_t beyond = static_cast<std::int64_t>(measured_.total.value) - taken_off_;
  const Cost charged{static_cast<std::uint64_t>(std::max<std::int64_t>(beyond, 0))};
  if (!record::censors(measured_.verdict)) measured_.cost = std::max(charged, reference_.floor);
  flag(charged);
}

void CaseTrial::flag(Cost charged) {
  const counters::Traits& instrument = drivers_.instrument().traits();
  if (charged + instrument.resolution < reference_.floor) measured_.flags.push_back("implausible");
  // Time has the kernel's work in it.
  if (!standard_.is_timed() && measured_.use.system_us > measured_.use.user_us &&
      measured_.use.system_us > kWorthFlaggingUs)
    measured_.flags.push_back("system_time");
  if (drift_.is_large()) measured_.flags.push_back("drift");
}

}  // namespace effk::session
