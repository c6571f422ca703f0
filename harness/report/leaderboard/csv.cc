#include <fmt/format.h>

#include "harness/report/csv_cells.h"
#include "harness/report/leaderboard/rows.h"
#include "harness/report/leaderboard/tables.h"
#include "harness/report/model_columns.h"

namespace effk::report {

std::string leaderboard_csv(const Board& board) {
  const std::vector<std::string> metrics = metric_names(models_of(board));
  std::vector<std::string> cells{"run", "group_first", "group_last"};
  const auto append = [&](const std::vector<std::string>& more) {
    cells.insert(cells.end(), more.begin(), more.end());
  };
  append(model_headings(metrics));
  std::string text = csv_line(cells);
  for (const score::Standing& row : board.standings.rows) {
    const bool grouped = row.groups.first > 0;
    cells = {text_cell(board.runs[row.run].name), grouped ? fmt::to_string(row.groups.first) : "",
             grouped ? fmt::to_string(row.groups.last) : ""};
    append(model_cells(model_of(board, row), metrics));
    text += csv_line(cells);
  }
  return text;
}

}  // namespace effk::report
