#include "harness/report/json_parts.h"
#include "harness/report/json_text.h"
#include "harness/report/leaderboard/rows.h"
#include "harness/report/leaderboard/tables.h"
#include "harness/report/page.h"

namespace effk::report {

std::string leaderboard_json(const Board& board) {
  Json json = head_json(board.runs.front().record);
  put_scoring(json, board.runs.front().scores);
  json["rows"] = Json::array();
  for (const score::Standing& row : board.standings.rows) {
    const bool grouped = row.groups.first > 0;
    Json one = {{"run", board.runs[row.run].name},
                {"group_first", grouped ? Json(row.groups.first) : Json(nullptr)},
                {"group_last", grouped ? Json(row.groups.last) : Json(nullptr)}};
    one.update(model_json(model_of(board, row)));
    json["rows"].push_back(std::move(one));
  }
  json["comparisons"] = Json::array();
  for (const score::Comparison& one : board.standings.comparisons) {
    json["comparisons"].push_back({{"better", one.better},
                                   {"worse", one.worse},
                                   {"difference", one.difference},
                                   {"p", one.p},
                                   {"adjusted_p", one.adjusted_p},
                                   {"exact", one.exact},
                                   {"resolved", one.adjusted_p <= score::kResolvedAt}});
  }
  json["runs"] = Json::array();
  for (const score::ScoredRun& run : board.runs) {
    json["runs"].push_back({{"name", run.name},
                            {"samples", run.scores.samples.size()},
                            {"interrupted", !run.record.complete},
                            {"environment", environment_json(run.record.environment)},
                            {"warnings", all_warnings(run.record, run.scores)}});
  }
  json["differences"] = board.differences;
  json["definitions"] = Json::array();
  for (const metrics::Definition& one : board_definitions(board)) {
    json["definitions"].push_back(definition_json(one));
  }
  return json_text(json, 2) + "\n";
}

}  // namespace effk::report
