#include "harness/gate/compare_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "harness/gate/parts.h"
#include "harness/record/conditions.h"

namespace effk::gate {
namespace {

using record::RunRecord;

struct Problems {
  std::vector<std::string> common;   // sorted, as the others
  std::vector<std::string> missing;  // of the baseline alone
  std::vector<std::string> added;    // of the run alone
};

std::set<std::string> problems_of(const RunRecord& run) {
  std::set<std::string> names;
  for (const record::ProblemRecord& one : run.problems) names.insert(one.problem);
  return names;
}

Result<Problems> choose_problems(const RunRecord& baseline, const RunRecord& run,
                                 const std::vector<std::string>& asked) {
  const std::set<std::string> before = problems_of(baseline);
  const std::set<std::string> after = problems_of(run);
  std::set<std::string> wanted = before;
  wanted.insert(after.begin(), after.end());
  if (!asked.empty()) {
    for (const std::string& one : asked) {
      if (wanted.count(one) == 0)
        return fail(ErrorKind::bad_input, fmt::format("neither run has a problem '{}'", one));
    }
    wanted = {asked.begin(), asked.end()};
  }
  Problems problems;
  for (const std::string& one : wanted) {
    auto& list = after.count(one) == 0    ? problems.missing
                 : before.count(one) == 0 ? problems.added
                                          : problems.common;
    list.push_back(one);
  }
  if (problems.common.empty()) {
    return fail(ErrorKind::bad_input, "nothing can be compared: the two runs have no problem in common",
                fmt::format("{} problems are in the baseline alone, {} in the run alone",
                            problems.missing.size(), problems.added.size()),
                "compare runs of the same suite");
  }
  return problems;
}

// 1, 5 and 10 as always, and those that limits name.
std::vector<int> wanted_k(const Limits& limits) {
  std::set<int> ks{1, 5, 10};
  for (const auto& [name, limit] : limits.metrics) {
    const std::size_t at = name.find('@');
    int k = 0;
    if (at == std::string::npos) continue;
    std::from_chars(name.data() + at + 1, name.data() + name.size(), k);
    if (k > 0) ks.insert(k);
  }
  return {ks.begin(), ks.end()};
}

// What perf does by itself is not recorded: three.
int repetitions_of(const record::Environment& environment) {
  int repetitions = Setting{}.repetitions;
  const auto found = environment.find("repetitions");
  if (found != environment.end())
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), repetitions);
  return repetitions;
}

// A limit on what is not there would be a check that can never fail.
Result<void> check_metric_limits(const Limits& limits, const std::vector<Comparison>& metrics) {
  for (const auto& [name, limit] : limits.metrics) {
    const auto is_it = [&, &wanted = name](const Comparison& one) { return one.subject.metric == wanted; };
    if (!limit.judged || std::any_of(metrics.begin(), metrics.end(), is_it)) continue;
    return fail(ErrorKind::bad_input,
                fmt::format("limits are set for {}, and no model has it in both runs", name),
                "a metric @k needs k samples of every problem that has any",
                "hand in more samples, or take it out of the limits");
  }
  return {};
}

std::string names_of_models(const score::RunScores& scores) {
  std::set<std::string> names;
  for (const score::ModelScores& one : scores.models) names.insert(one.model);
  return fmt::format("{}", fmt::join(names, ", "));
}

Result<void> check_anything_is_compared(const RunComparison& comparison, const score::RunScores& before,
                                        const score::RunScores& after) {
  const auto is_paired = [](const Comparison& one) { return one.before && one.after; };
  const auto& samples = comparison.samples;
  const bool compared = comparison.redrawn ? !comparison.metrics.empty()
                                           : std::any_of(samples.begin(), samples.end(), is_paired);
  if (compared) return {};
  return fail(ErrorKind::bad_input, "nothing can be compared: the two runs have no sample in common",
              fmt::format("models of the baseline: {}; of the run: {}", names_of_models(before),
                          names_of_models(after)),
              "a sample is known by its model, problem, language and name");
}

// Who hands in new draws of a model and forgets to say so sees samples fail at random.
void note_other_code(RunComparison& comparison) {
  const auto other = std::count_if(comparison.samples.begin(), comparison.samples.end(),
                                   [](const Comparison& one) { return one.same_code == false; });
  if (2 * static_cast<std::size_t>(other) <= comparison.samples.size()) return;
  comparison.notes.push_back(
      fmt::format("{} of {} samples have other code than in the baseline: if they are new draws of a model, "
                  "--redrawn compares its metrics alone",
                  other, comparison.samples.size()));
}

}  // namespace

Result<RunComparison> compare_runs(const RunRecord& baseline, const RunRecord& run,
                                   const CompareOptions& options) {
  const Limits& limits = options.limits;
  const auto problems = choose_problems(baseline, run, options.problems);
  if (!problems) return tl::unexpected(problems.error());
  score::ScoreOptions scoring;
  scoring.problems = problems->common;
  scoring.k = wanted_k(limits);
  scoring.seed = options.seed;
  const auto before = score::score_run(baseline, scoring);
  if (!before) return tl::unexpected(before.error());
  const auto after = score::score_run(run, scoring);
  if (!after) return tl::unexpected(after.error());

  Setting setting;
  setting.unit = record::cost_unit(run.environment);
  setting.noisy = !record::counts_exactly(baseline.environment) || !record::counts_exactly(run.environment);
  setting.across = !options.across.empty();
  setting.repetitions = std::min(repetitions_of(baseline.environment), repetitions_of(run.environment));
  RunComparison result;
  result.unit = setting.unit;
  result.exact = !setting.noisy && !setting.across;
  result.redrawn = limits.redrawn;
  result.significance = limits.significance;
  result.problems = problems->common.size();
  result.across = options.across;
  for (const std::string& one : problems->added)
    result.notes.push_back(fmt::format("problem {} is new: not judged", one));

  result.metrics = compare_metrics(*before, *after, limits, options.seed);
  if (auto checked = check_metric_limits(limits, result.metrics); !checked)
    return tl::unexpected(checked.error());
  if (limits.redrawn) {
    Redrawn redrawn = compare_redrawn(*before, *after, limits);
    result.samples = std::move(redrawn.comparisons);
    result.by_problem = std::move(redrawn.problems);
  } else {
    result.samples = compare_one_by_one({baseline, *before}, {run, *after}, limits, setting);
    note_other_code(result);
  }
  if (auto checked = check_anything_is_compared(result, *before, *after); !checked)
    return tl::unexpected(checked.error());
  const std::set<std::string> missing(problems->missing.begin(), problems->missing.end());
  for (const record::SampleRecord& sample : baseline.samples) {
    if (missing.count(sample.problem) > 0)
      result.samples.push_back(unpaired(subject_of(sample), Reason::Kind::missing));
  }
  if (!limits.redrawn) result.by_problem = by_problem(result.samples);
  sort_worst_first(result);
  return result;
}

}  // namespace effk::gate
