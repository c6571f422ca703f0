#include <fmt/format.h>

#include <chrono>

#include "harness/base/files.h"
#include "harness/cli/commands.h"
#include "harness/cli/gate_outputs.h"
#include "harness/cli/second_measurement.h"
#include "harness/gate/allow_list.h"
#include "harness/gate/compare_runs.h"
#include "harness/gate/confirmation.h"
#include "harness/gate/environments.h"
#include "harness/record/conditions.h"
#include "harness/store/run_reader.h"

namespace effk::cli {
namespace {

Result<record::RunRecord> read_whole_run(const std::string& path) {
  auto run = store::read_run(path);
  if (run && !run->complete) {
    return fail(ErrorKind::bad_input, fmt::format("{} is not complete", path),
                "it was interrupted or is still being measured, and what is missing would pass for worse",
                "measure the rest first: effk run --resume, or make it anew");
  }
  return run;
}

Result<gate::Limits> limits_of(const GateArguments& arguments) {
  gate::Limits limits;
  if (!arguments.limits.empty()) {
    const auto text = read_file(arguments.limits);
    if (!text) return tl::unexpected(text.error());
    auto read = gate::read_limits(arguments.limits, *text);
    if (!read) return read;
    limits = std::move(*read);
  }
  limits.redrawn = limits.redrawn || arguments.redrawn;
  return limits;
}

gate::Date today(const GateArguments& arguments) {
  if (const auto date = gate::parse_date(arguments.today)) return *date;
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

// Where the instrument is noisy, once is not enough to fail.
Result<void> measure_again_what_is_worse(gate::RunComparison& comparison, const record::RunRecord& baseline,
                                         const record::RunRecord& run, const gate::CompareOptions& options,
                                         const GateArguments& arguments) {
  if (record::counts_exactly(run.environment) || comparison.redrawn || arguments.no_confirm) return {};
  const std::vector<gate::Subject> subjects = gate::worth_confirming(comparison);
  if (subjects.empty()) return {};
  const auto second = measure_again(baseline, run, subjects, arguments.suite, arguments.jobs);
  if (!second) return tl::unexpected(second.error());
  const auto again = gate::compare_runs(gate::with_second_measurement(baseline, second->baseline),
                                        gate::with_second_measurement(run, second->run), options);
  if (!again) return tl::unexpected(again.error());
  gate::confirm(comparison, *again, second->measured);
  comparison.notes.push_back(fmt::format("{} samples were measured again", second->measured.size()));
  return {};
}

}  // namespace

Result<int> carry_out(const GateArguments& arguments) {
  if (auto checked = check_outputs(arguments.outputs); !checked) return tl::unexpected(checked.error());
  auto limits = limits_of(arguments);
  if (!limits) return tl::unexpected(limits.error());
  const auto baseline = read_whole_run(arguments.baseline);
  if (!baseline) return tl::unexpected(baseline.error());
  const auto run = read_whole_run(arguments.run);
  if (!run) return tl::unexpected(run.error());
  auto meeting = gate::meet(*baseline, *run, arguments.across);
  if (!meeting) return tl::unexpected(meeting.error());

  const gate::CompareOptions options{*limits, meeting->accepted, arguments.problems, arguments.seed};
  auto comparison = gate::compare_runs(*baseline, *run, options);
  if (!comparison) return tl::unexpected(comparison.error());
  // What is allowed to be worse needs no second look.
  gate::apply_allow_list(*comparison, limits->allow, today(arguments));
  if (auto done = measure_again_what_is_worse(*comparison, *baseline, *run, options, arguments); !done)
    return tl::unexpected(done.error());
  comparison->notes.insert(comparison->notes.end(), meeting->notes.begin(), meeting->notes.end());
  if (auto written = write_outputs(arguments.outputs, *comparison, *run, {arguments.baseline, arguments.run});
      !written)
    return tl::unexpected(written.error());
  return comparison->passed() ? 0 : 1;
}

}  // namespace effk::cli
