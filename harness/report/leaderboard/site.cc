#include "harness/report/leaderboard/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <stdexcept>

#include "harness/record/conditions.h"
#include "harness/report/layout.h"
#include "harness/report/leaderboard/page_data.h"
#include "harness/report/leaderboard/rows.h"
#include "harness/report/page.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

namespace mustache = kainjow::mustache;
using View = mustache::data;

// How a page is known: the template has it among its first lines.
constexpr std::string_view kMark = "<meta name=\"generator\" content=\"effk leaderboard\">";
constexpr std::size_t kMarkWithin = 1000;

View list() {
  return View(View::type::list);
}

// A share of the whisker's width, in the units of its drawing: 0 to 100 is a score of 0 to `ceiling`.
std::string place(double value, double ceiling) {
  return fmt::format("{:.2f}", std::clamp(value / ceiling, 0.0, 1.0) * 100);
}

View metric_view(const std::string& name, const score::Metric* metric, double ceiling, bool with_interval) {
  View view;
  view.set("metric", name);
  // "eff", "pass", "complete": what the page's filter of columns goes by.
  view.set("kind", name.substr(0, name.find('@')));
  view.set("k", name.find('@') == std::string::npos ? "" : name.substr(name.find('@') + 1));
  view.set("absent", metric == nullptr);
  if (metric == nullptr) return view;
  view.set("exact", fmt::format("{}", metric->value));
  view.set("value", fmt::format("{:.2f}", metric->value));
  view.set("with_interval", with_interval);
  view.set("half", fmt::format("{:.2f}", (metric->high - metric->low) / 2));
  view.set("low", fmt::format("{:.2f}", metric->low));
  view.set("high", fmt::format("{:.2f}", metric->high));
  view.set("at", place(metric->value, ceiling));
  view.set("from", place(metric->low, ceiling));
  view.set("to", place(metric->high, ceiling));
  return view;
}

// The top of the whiskers' scale: 1, unless somebody is better than the references.
double ceiling_of(const Board& board) {
  double ceiling = 1;
  for (const score::ModelScores* model : models_of(board)) {
    if (const score::Metric* eff = score::find_metric(model->metrics, "eff@1"))
      ceiling = std::max(ceiling, eff->high);
  }
  return ceiling;
}

View columns_view(const Board& board) {
  View columns = list();
  for (const std::string& name : table_metrics(board))
    columns.push_back(metric_view(name, nullptr, 1, false));
  return columns;
}

View rows_view(const Board& board) {
  const double ceiling = ceiling_of(board);
  const bool with_intervals = board.runs.front().scores.problems.size() > 1;
  View rows = list();
  int rank = 0;
  for (const score::Standing& row : board.standings.rows) {
    const score::ModelScores& model = model_of(board, row);
    View view;
    view.set("row", fmt::to_string(rank));
    view.set("rank", fmt::to_string(++rank));
    view.set("model", printable(model.model));
    view.set("language", printable(model.language));
    view.set("run", printable(board.runs[row.run].name));
    view.set("group", group_words(row.groups, "\u2013"));
    view.set("group_first", fmt::to_string(row.groups.first));
    View metrics = list();
    for (const std::string& name : table_metrics(board)) {
      metrics.push_back(metric_view(name, score::find_metric(model.metrics, name), ceiling, with_intervals));
    }
    view.set("metrics", metrics);
    view.set("whisker", metric_view("eff@1", score::find_metric(model.metrics, "eff@1"), ceiling, true));
    view.set("samples", fmt::to_string(model.samples));
    view.set("missing", fmt::to_string(model.missing.size()));
    rows.push_back(view);
  }
  return rows;
}

View texts_view(const std::vector<std::string>& texts) {
  View view = list();
  for (const std::string& text : texts) view.push_back(View("text", printable(text)));
  return view;
}

View facts_view(const std::vector<NamedFact>& facts) {
  View view = list();
  for (const NamedFact& fact : facts) {
    View one;
    one.set("name", fact.name);
    one.set("value", fact.value);
    view.push_back(one);
  }
  return view;
}

View definitions_view(const Board& board) {
  View view = list();
  for (const metrics::Definition& one : board_definitions(board)) {
    View definition;
    definition.set("id", std::string(one.id));
    definition.set("summary", std::string(one.summary));
    definition.set("source", std::string(one.source));
    definition.set("failures", std::string(one.failures));
    definition.set("has_failures", !one.failures.empty());
    view.push_back(definition);
  }
  return view;
}

View runs_view(const Board& board) {
  View view = list();
  for (const score::ScoredRun& run : board.runs) {
    View one;
    one.set("name", printable(run.name));
    one.set("samples", grouped(run.scores.samples.size()));
    one.set("instrument", fact(run.record, "instrument"));
    one.set("cpu", fact(run.record, "cpu"));
    one.set("effk", fact(run.record, "effk") + " " + fact(run.record, "effk.commit", ""));
    view.push_back(one);
  }
  return view;
}

View view_of(const Board& board) {
  const score::ScoredRun& first = board.runs.front();
  std::size_t samples = 0;
  for (const score::ScoredRun& run : board.runs) samples += run.scores.samples.size();
  View view;
  view.set("suite", fact(first.record, "suite"));
  view.set("instrument", fact(first.record, "instrument"));
  view.set("problem_count", grouped(first.scores.problems.size()));
  view.set("row_count", grouped(board.standings.rows.size()));
  view.set("sample_count", grouped(samples));
  view.set("alpha", fmt::format("{}", first.scores.alpha));
  view.set("resolved_at", fmt::format("{}", score::kResolvedAt));
  view.set("ceiling", fmt::format("{:.2f}", ceiling_of(board)));
  view.set("reference_at", place(1, ceiling_of(board)));
  view.set("several_runs", board.runs.size() > 1);
  view.set("counted", record::cost_unit(first.record.environment) == CostUnit::instructions);
  view.set("exact", record::counts_exactly(first.record.environment));
  view.set("columns", columns_view(board));
  view.set("rows", rows_view(board));
  view.set("cautions", texts_view(board_cautions(board)));
  view.set("has_cautions", !board_cautions(board).empty());
  view.set("warnings", texts_view(board_warnings(board)));
  view.set("has_warnings", !board_warnings(board).empty());
  view.set("differences", texts_view(board.differences));
  view.set("has_differences", !board.differences.empty());
  view.set("facts", facts_view(board_facts(board)));
  view.set("runs", runs_view(board));
  view.set("definitions", definitions_view(board));
  view.set("data", page_data(board));
  return view;
}

}  // namespace

std::string leaderboard_page(const Board& board, const std::string& page_template) {
  mustache::mustache page(page_template);
  if (!page.is_valid()) throw std::runtime_error("the template of the leaderboard: " + page.error_message());
  return page.render(view_of(board));
}

bool is_leaderboard_page(std::string_view html) {
  return html.substr(0, kMarkWithin).find(kMark) != std::string_view::npos;
}

}  // namespace effk::report
