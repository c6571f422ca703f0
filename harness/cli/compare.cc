#include <fmt/format.h>

#include <cstdio>
#include <set>

#include "harness/base/nearest_word.h"
#include "harness/cli/commands.h"
#include "harness/cli/output.h"
#include "harness/gate/compare_runs.h"
#include "harness/gate/environments.h"
#include "harness/report/gate_json.h"
#include "harness/report/gate_table.h"
#include "harness/store/run_reader.h"

namespace effk::cli {
namespace {

// Leaves the samples of one model, under a name that it shares with the other side's.
Result<void> keep_model(record::RunRecord& run, const std::string& model, const std::string& name) {
  std::set<std::string> known;
  std::vector<record::SampleRecord> kept;
  for (record::SampleRecord& one : run.samples) {
    known.insert(one.model);
    if (one.model != model) continue;
    one.model = name;
    kept.push_back(std::move(one));
  }
  if (kept.empty()) {
    return fail(ErrorKind::bad_input, fmt::format("the run has no model '{}'", model), {},
                suggestion(model, {known.begin(), known.end()}) +
                    fmt::format("there are: {}", fmt::join(known, ", ")));
  }
  run.samples = std::move(kept);
  return {};
}

}  // namespace

Result<int> carry_out(const CompareArguments& arguments) {
  auto first = store::read_run(arguments.first);
  if (!first) return tl::unexpected(first.error());
  auto second = arguments.second.empty() ? first : store::read_run(arguments.second);
  if (!second) return tl::unexpected(second.error());
  report::Sides sides{arguments.first, arguments.second.empty() ? arguments.first : arguments.second, false};
  gate::CompareOptions options;
  options.problems = arguments.problems;
  options.seed = arguments.seed;
  options.limits.redrawn = arguments.redrawn || !arguments.models.empty();
  if (!arguments.models.empty()) {
    const std::string name = fmt::format("{} beside {}", arguments.models[1], arguments.models[0]);
    if (auto kept = keep_model(*first, arguments.models[0], name); !kept) return tl::unexpected(kept.error());
    if (auto kept = keep_model(*second, arguments.models[1], name); !kept)
      return tl::unexpected(kept.error());
  }
  auto meeting = gate::meet(*first, *second, {gate::kEverything});
  if (!meeting) return tl::unexpected(meeting.error());
  options.across = meeting->accepted;
  auto comparison = gate::compare_runs(*first, *second, options);
  if (!comparison) return tl::unexpected(comparison.error());
  for (const auto& [run, path] : {std::pair{&*first, &sides.baseline}, {&*second, &sides.run}}) {
    if (!run->complete) comparison->notes.push_back(fmt::format("{} is not complete", *path));
  }
  comparison->notes.insert(comparison->notes.end(), meeting->notes.begin(), meeting->notes.end());
  report::GateTableOptions table;
  table.style = style_of(stdout);
  table.details = arguments.details;
  const std::string text =
      arguments.json ? report::gate_json(*comparison, sides) : report::gate_table(*comparison, sides, table);
  put(stdout, text);
  return 0;
}

}  // namespace effk::cli
