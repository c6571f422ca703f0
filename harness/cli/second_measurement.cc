#include "harness/cli/second_measurement.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <set>

#include "harness/base/temporary_folder.h"
#include "harness/cli/interrupt_signals.h"
#include "harness/cli/output.h"
#include "harness/cli/suite_choice.h"
#include "harness/cli/terminal_progress.h"
#include "harness/record/conditions.h"
#include "harness/session/run.h"
#include "harness/store/run_reader.h"

namespace effk::cli {
namespace {

constexpr const char* kWithout = "--no-confirm decides without a second measurement";

template <typename Number>
Number number_of(const record::Environment& environment, const std::string& key, Number otherwise) {
  const auto found = environment.find(key);
  if (found == environment.end()) return otherwise;
  std::from_chars(found->second.data(), found->second.data() + found->second.size(), otherwise);
  return otherwise;
}

session::BenchOptions as_measured(const record::RunRecord& run, int jobs) {
  session::BenchOptions options;
  const auto instrument = run.environment.find("instrument");
  if (instrument != run.environment.end()) options.instrument = instrument->second;
  options.seed = number_of(run.environment, "seed", std::uint64_t{1});
  options.alpha = run.alpha;
  options.jobs = jobs;
  options.events = record::event_names(run.environment);
  if (record::cost_unit(run.environment) == CostUnit::cpu_time_nanoseconds) {
    options.timed_repetitions = number_of(run.environment, "repetitions", 6);
    options.jobs = 1;  // what is timed side by side slows each other down
  }
  return options;
}

using Samples = std::vector<const record::SampleRecord*>;

Samples samples_of(const record::RunRecord& run, const std::vector<gate::Subject>& subjects) {
  Samples samples;
  for (const record::SampleRecord& one : run.samples) {
    if (std::binary_search(subjects.begin(), subjects.end(), gate::subject_of(one))) samples.push_back(&one);
  }
  return samples;
}

// What has no code because the model's text had none needs no second look.
Result<Samples> with_code(Samples samples) {
  for (const record::SampleRecord* one : samples) {
    if (one->code.empty() && one->verdict != record::Verdict::no_code) {
      return fail(ErrorKind::bad_input, "cannot measure again what is worse: the run holds no code",
                  "it was exported without", kWithout);
    }
  }
  std::erase_if(samples, [](const record::SampleRecord* one) { return one->code.empty(); });
  return samples;
}

Result<void> check_suite(const suite::Suite& suite, const record::RunRecord& run, const Samples& samples) {
  std::map<std::string, std::string> digests;
  for (const record::ProblemRecord& one : run.problems) digests[one.problem] = one.digest;
  for (const record::SampleRecord* one : samples) {
    const suite::Problem* const problem = suite.find(one->problem);
    if (problem != nullptr && problem->digest == digests[one->problem]) continue;
    return fail(ErrorKind::bad_input, "cannot measure again what is worse: this is not the run's suite",
                fmt::format("problem {} {}", one->problem,
                            problem == nullptr ? "is not in it" : "has other content than in the run"),
                fmt::format("--suite DIR names the suite; {}", kWithout));
  }
  return {};
}

std::vector<std::string> problems_of(const Samples& samples) {
  std::set<std::string> problems;
  for (const record::SampleRecord* one : samples) problems.insert(one->problem);
  return {problems.begin(), problems.end()};
}

// Model names of the two sides, told apart.
constexpr const char* kBaselineSide = "baseline/";
constexpr const char* kRunSide = "run/";

void add_side(submissions::Intake& intake, const std::string& side, const Samples& samples) {
  std::map<std::string, submissions::Submission> by_model;
  for (const record::SampleRecord* one : samples) {
    submissions::Submission& submission = by_model[one->model];
    submission.model = side + one->model;
    submissions::Sample sample;
    sample.problem = one->problem;
    sample.language = suite::parse_language(one->language).value_or(suite::Language::cpp);
    sample.name = one->sample;
    sample.code = one->code;
    sample.rule = one->extraction;
    submission.samples.push_back(std::move(sample));
  }
  for (auto& [model, submission] : by_model) intake.submissions.push_back(std::move(submission));
}

// The samples of one side of `both`, under their own names.
record::RunRecord take_side(const record::RunRecord& both, const std::string& side) {
  record::RunRecord run = both;
  std::erase_if(run.samples, [&](const record::SampleRecord& one) { return !one.model.starts_with(side); });
  for (record::SampleRecord& one : run.samples) one.model.erase(0, side.size());
  return run;
}

Result<void> check_conditions(const record::Environment& before, const record::Environment& now) {
  std::string why;
  for (const record::Difference& one : record::differences(before, now, record::Meeting::compared)) {
    if (one.refused)
      why += (why.empty() ? "" : "; ") + record::words(one, "the run", "the second measurement");
  }
  if (why.empty()) return {};
  return fail(ErrorKind::bad_input, "cannot confirm what is worse: this machine is not as the run's was", why,
              fmt::format("gate where the run was made; {}", kWithout));
}

}  // namespace

Result<SecondMeasurement> measure_again(const record::RunRecord& baseline, const record::RunRecord& run,
                                        const std::vector<gate::Subject>& subjects,
                                        const std::string& suite_name, int jobs) {
  SecondMeasurement second;
  const auto samples = with_code(samples_of(run, subjects));
  if (!samples) return tl::unexpected(samples.error());
  if (samples->empty()) return second;
  for (const record::SampleRecord* one : *samples) second.measured.push_back(gate::subject_of(*one));
  std::sort(second.measured.begin(), second.measured.end());
  Samples before = samples_of(baseline, second.measured);
  std::erase_if(before, [](const record::SampleRecord* one) { return one->code.empty(); });
  const auto suite = open_suite(suite_name);
  if (!suite) return tl::unexpected(suite.error());
  if (auto checked = check_suite(*suite, run, *samples); !checked) return tl::unexpected(checked.error());

  const auto interruption = interruption_by_signals();
  if (!interruption) return tl::unexpected(interruption.error());
  const auto bench = session::Bench::open(*suite, as_measured(run, jobs), **interruption);
  if (!bench) return tl::unexpected(bench.error());
  auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path());
  if (!folder) return tl::unexpected(folder.error());
  session::RunOptions options{folder->path() / "second.effk", problems_of(*samples)};
  submissions::Intake intake;
  add_side(intake, kBaselineSide, before);
  add_side(intake, kRunSide, *samples);
  tell(
      "measuring {} samples again{}\n", samples->size(),
      before.size() < samples->size() ? "; the baseline holds no code of all of them to measure beside" : "");
  TerminalProgress progress;
  const auto summary = session::run(*suite, intake, *bench, options, progress);
  if (!summary) return tl::unexpected(summary.error());
  if (summary->interrupted)
    return fail(ErrorKind::environment, "interrupted while measuring again what is worse", {},
                "nothing was decided");
  const auto both = store::read_run(options.output);
  if (!both) return tl::unexpected(both.error());
  if (auto checked = check_conditions(run.environment, both->environment); !checked)
    return tl::unexpected(checked.error());
  second.baseline = take_side(*both, kBaselineSide);
  second.run = take_side(*both, kRunSide);
  return second;
}

}  // namespace effk::cli
