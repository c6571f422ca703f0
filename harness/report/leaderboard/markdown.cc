#include <fmt/format.h>

#include "harness/report/code_points.h"
#include "harness/report/leaderboard/rows.h"
#include "harness/report/leaderboard/tables.h"
#include "harness/report/markdown_text.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

constexpr std::size_t kWidestName = 80;

std::string shown(std::string_view text) {
  return markdown_text(printable(text));
}

std::string line(const std::vector<std::string>& cells) {
  return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

std::string metric_cell(const score::Metric* metric, bool with_interval) {
  if (metric == nullptr) return "-";
  if (!with_interval) return fmt::format("{:.2f}", metric->value);
  return fmt::format("{:.2f} \u00b1 {:.2f}", metric->value, (metric->high - metric->low) / 2);
}

std::string table(const Board& board) {
  const std::vector<std::string> metrics = table_metrics(board);
  const bool with_intervals = board.runs.front().scores.problems.size() > 1;
  std::vector<std::string> cells{"model", "language", "group"};
  std::vector<std::string> rule{":--", ":--", "--:"};
  for (const std::string& name : metrics) cells.push_back(name);
  cells.insert(cells.end(), {"samples", "missing"});
  rule.insert(rule.end(), metrics.size() + 2, "--:");
  std::string text = line(cells) + line(rule);
  for (const score::Standing& row : board.standings.rows) {
    const score::ModelScores& model = model_of(board, row);
    cells = {markdown_text(cut_to(printable(model.model), kWidestName)), shown(model.language),
             group_words(row.groups)};
    for (const std::string& name : metrics) {
      cells.push_back(metric_cell(score::find_metric(model.metrics, name), with_intervals));
    }
    cells.push_back(fmt::to_string(model.samples));
    cells.push_back(fmt::to_string(model.missing.size()));
    text += line(cells);
  }
  return text;
}

}  // namespace

std::string leaderboard_markdown(const Board& board) {
  std::string text = fmt::format("# effk leaderboard: suite {}\n\n", shown(board_facts(board).front().value));
  text += table(board);
  text += fmt::format(
      "\n\u00b1: half the 95% interval over problems. Models of one language that share a group cannot be "
      "told "
      "apart (adjusted p above {}). 1 is the reference's cost; complete: share that finished every level "
      "within "
      "budget.\n\n",
      score::kResolvedAt);
  for (const std::string& caution : board_cautions(board)) text += "- Caution: " + shown(caution) + "\n";
  for (const std::string& difference : board.differences) {
    text += "- The runs' environments differ: " + shown(difference) + "\n";
  }
  for (const std::string& warning : board_warnings(board)) text += "- " + shown(warning) + "\n";
  for (const NamedFact& fact : board_facts(board)) {
    text += fmt::format("- {}: {}\n", fact.name, shown(fact.value));
  }
  std::string ids;
  for (const metrics::Definition& one : board_definitions(board)) {
    ids += fmt::format("{}`{}`", ids.empty() ? "" : ", ", one.id);
  }
  return text + "- definitions: " + ids + "\n";
}

}  // namespace effk::report
