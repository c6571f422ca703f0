#include "harness/cli/gate_outputs.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "harness/base/files.h"
#include "harness/base/unique_fd.h"
#include "harness/cli/output.h"
#include "harness/report/benchmark_json.h"
#include "harness/report/gate_json.h"
#include "harness/report/gate_table.h"
#include "harness/report/github.h"
#include "harness/report/junit.h"
#include "harness/score/run_scores.h"

namespace effk::cli {
namespace {

constexpr const char* kStandardOutput = "-";
constexpr const char* kNowhere = "none";

std::vector<const char*> outputs_to_stdout(const GateOutputs& outputs) {
  std::vector<const char*> names;
  if (outputs.json) names.push_back("--json");
  for (const auto& [name, path] : {std::pair{"--junit", &outputs.junit},
                                   {"--github-summary", &outputs.github_summary},
                                   {"--google-benchmark", &outputs.google_benchmark},
                                   {"--action-benchmark", &outputs.action_costs},
                                   {"--action-benchmark-scores", &outputs.action_scores}}) {
    if (*path == kStandardOutput) names.push_back(name);
  }
  return names;
}

Result<void> write(const std::string& path, const std::string& text) {
  return print_or_write(path == kStandardOutput ? "" : path, text);
}

// A step's summary may hold what others wrote; all of it together must stay below GitHub's limit.
Result<void> append_summary(const std::string& path, const gate::RunComparison& comparison,
                            const report::Sides& sides) {
  if (path == kStandardOutput) return write(path, report::github_summary(comparison, sides));
  const std::string what = fmt::format("cannot append the summary to {}", path);
  const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
  if (!file) return fail_errno(ErrorKind::environment, what, errno);
  const std::uint64_t there = descriptor_size(file.get());
  const std::size_t room = there < report::kGithubSummaryLimit ? report::kGithubSummaryLimit - there : 0;
  return write_all(file.get(), report::github_summary(comparison, sides, room), what);
}

std::string summary_path(const GateOutputs& outputs) {
  if (!outputs.github_summary.empty())
    return outputs.github_summary == kNowhere ? "" : outputs.github_summary;
  const char* const step = std::getenv("GITHUB_STEP_SUMMARY");
  return step == nullptr ? "" : step;
}

Result<void> write_benchmarks(const GateOutputs& outputs, const record::RunRecord& run) {
  if (outputs.google_benchmark.empty() && outputs.action_costs.empty() && outputs.action_scores.empty())
    return {};
  const auto scores = score::score_run(run);
  if (!scores) return tl::unexpected(scores.error());
  Result<void> done;
  if (!outputs.google_benchmark.empty())
    done = write(outputs.google_benchmark, report::google_benchmark(run, *scores));
  if (done && !outputs.action_costs.empty())
    done = write(outputs.action_costs, report::action_benchmark_costs(run, *scores));
  if (done && !outputs.action_scores.empty())
    done = write(outputs.action_scores, report::action_benchmark_scores(*scores));
  return done;
}

}  // namespace

Result<void> check_outputs(const GateOutputs& outputs) {
  const auto names = outputs_to_stdout(outputs);
  if (names.size() < 2) return {};
  return fail(ErrorKind::usage, fmt::format("{} and {} both want standard output", names[0], names[1]), {},
              "give one of them a file");
}

Result<void> write_outputs(const GateOutputs& outputs, const gate::RunComparison& comparison,
                           const record::RunRecord& run, const report::Sides& sides) {
  // GitHub reads commands from either stream.
  FILE* const for_people = outputs_to_stdout(outputs).empty() ? stdout : stderr;
  report::GateTableOptions table;
  table.style = style_of(for_people);
  table.details = outputs.details;
  put(for_people, report::gate_table(comparison, sides, table));
  if (outputs.github_annotations) put(for_people, report::github_annotations(comparison, sides));
  if (outputs.json) put(stdout, report::gate_json(comparison, sides));
  Result<void> done;
  if (!outputs.junit.empty()) done = write(outputs.junit, report::junit(comparison));
  if (const std::string path = summary_path(outputs); done && !path.empty())
    done = append_summary(path, comparison, sides);
  return done ? write_benchmarks(outputs, run) : done;
}

}  // namespace effk::cli
