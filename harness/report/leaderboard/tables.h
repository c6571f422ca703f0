// harness/report/leaderboard/tables.h -- the leaderboard's table for other programs and documents:
// `effk leaderboard RUN... --format markdown|csv|json`.
//
//   Unit     numbers as in json.h and csv.h; of the Markdown table two digits and half an interval.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/report/leaderboard/board.h"

namespace effk::report {

// GitHub's Markdown: a heading, the table, and what a reader must know to read it.
std::string leaderboard_markdown(const Board& board);

// The columns of models_csv() (csv.h), and before them run,group_first,group_last: the groups of
// score/standings.h, empty for a model of which nothing was scored.
std::string leaderboard_csv(const Board& board);

// {"schema":1,"suite",...,"rows":[{"run","group_first","group_last", and the members of a model in json.h}],
//  "comparisons":[{"better","worse","difference","p","adjusted_p","exact","resolved"}],  indices into rows
//  "runs":[{"name","samples","interrupted","environment","warnings"}],"differences":[...],"definitions":[...]}
std::string leaderboard_json(const Board& board);

}  // namespace effk::report
