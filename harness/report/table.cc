#include "harness/report/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/layout.h"
#include "harness/report/page.h"
#include "harness/report/printable.h"
#include "metrics/definition.h"

namespace effk::report {
namespace {

using score::Metric;
using score::ModelScores;

constexpr std::size_t kWorthANameColumn = 24;  // names are not cut below this while a second table can help
constexpr std::size_t kMostMissing = 5;        // names in one line

// Half the width of the interval: over problems it is nearly symmetrical, and reads faster than two ends.
std::string cell(const Metric* metric, const score::RunScores& scores, const TextStyle& style) {
  if (metric == nullptr) return "-";
  if (scores.problems.size() < 2) return fmt::format("{:.2f}", metric->value);
  return fmt::format("{:.2f} {} {:.2f}", metric->value, style.plus_minus(), (metric->high - metric->low) / 2);
}

std::string share(const Metric* metric) {
  return metric == nullptr ? "-" : fmt::format("{:.2f}", metric->value);
}

// The names of this kind that at least one model has, by ascending k.
std::vector<std::string> present(const score::RunScores& scores, const std::string& kind) {
  std::vector<std::string> names;
  for (const int k : scores.k) {
    const std::string name = fmt::format("{}@{}", kind, k);
    const bool any = std::any_of(scores.models.begin(), scores.models.end(), [&](const ModelScores& model) {
      return score::find_metric(model.metrics, name) != nullptr;
    });
    if (any) names.push_back(name);
  }
  return names;
}

Grid grid_of(const score::RunScores& scores, const std::vector<std::string>& metrics, bool with_counts,
             const TextStyle& style) {
  Grid grid;
  grid.column("model", Grid::Align::left);
  grid.column("language", Grid::Align::left);
  for (const std::string& name : metrics) grid.column(name, Grid::Align::right);
  if (with_counts) {
    for (const char* heading : {"complete", "samples", "missing"}) grid.column(heading, Grid::Align::right);
  }
  for (const ModelScores& model : scores.models) {
    std::vector<std::string> cells{printable(model.model), printable(model.language)};
    for (const std::string& name : metrics)
      cells.push_back(cell(score::find_metric(model.metrics, name), scores, style));
    if (with_counts) {
      cells.push_back(share(score::find_metric(model.metrics, "complete")));
      cells.push_back(fmt::to_string(model.samples));
      cells.push_back(fmt::to_string(model.missing.size()));
    }
    grid.row(std::move(cells));
  }
  return grid;
}

std::string grids(const score::RunScores& scores, const TextStyle& style) {
  const std::vector<std::string> efficiency = present(scores, "eff");
  const std::vector<std::string> passing = present(scores, "pass");
  std::vector<std::string> all = efficiency;
  all.insert(all.end(), passing.begin(), passing.end());

  Grid one = grid_of(scores, all, true, style);
  std::size_t longest = 0;
  for (const ModelScores& model : scores.models) longest = std::max(longest, printable(model.model).size());
  const std::size_t cut = one.width() > kPageWidth ? one.width() - kPageWidth : 0;
  if (cut == 0 || longest >= cut + kWorthANameColumn) {
    one.squeeze(0, kPageWidth);
    return one.text(style);
  }
  std::string text;
  for (const bool second : {false, true}) {
    Grid half = grid_of(scores, second ? passing : efficiency, second, style);
    half.squeeze(0, kPageWidth);
    text += (second ? "\n" : "") + half.text(style);
  }
  return text;
}

std::string missing_lines(const score::RunScores& scores) {
  std::string text;
  for (const ModelScores& model : scores.models) {
    if (model.missing.empty()) continue;
    text += wrapped(fmt::format("missing, counted as 0: {} ({}): {}", printable(model.model),
                                printable(model.language), named(model.missing, kMostMissing)),
                    2);
  }
  return text;
}

std::string reused_line(const record::RunRecord& run) {
  const auto reused = std::count_if(run.samples.begin(), run.samples.end(),
                                    [](const record::SampleRecord& one) { return one.reused; });
  if (reused == 0) return {};
  return fmt::format("{} of {} samples were taken over from other runs (--reuse)\n", reused,
                     run.samples.size());
}

std::string footnotes(const record::RunRecord& run, const score::RunScores& scores, const TextStyle& style) {
  std::string text;
  if (scores.problems.size() < 2) {
    text += "one problem: how far other problems would lie cannot be estimated, so there are no intervals\n";
  } else {
    text += wrapped(
        fmt::format("{}: half the 95% interval over problems ({}, seed {}); a difference inside it is not "
                    "resolved",
                    style.plus_minus(), metrics::kInterval.id, scores.seed),
        2);
  }
  text += wrapped(fmt::format("1 is the reference's cost; complete: share that finished every level within "
                              "budget; defined by {}, {}, {}",
                              metrics::kEffAtK.id, metrics::kPassAtK.id, metrics::kSampleScore.id),
                  2);
  const std::string unprotected = fact(run, "instrument.unprotected", "");
  if (!unprotected.empty()) {
    text += wrapped(fmt::format("{} does not protect against: {}", fact(run, "instrument"), unprotected), 2);
  }
  return dim_lines(text, style);
}

}  // namespace

std::string table(const record::RunRecord& run, const score::RunScores& scores, const TextStyle& style) {
  std::string text = page_head(run, scores, style) + "\n";
  text += scores.models.empty() ? "no samples\n" : grids(scores, style);
  const std::string notes = missing_lines(scores) + reused_line(run) + warning_lines(run, scores, style);
  if (!notes.empty()) text += "\n" + notes;
  return text + "\n" + footnotes(run, scores, style);
}

}  // namespace effk::report
