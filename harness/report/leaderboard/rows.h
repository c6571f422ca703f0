// harness/report/leaderboard/rows.h -- the words and numbers that every form of the leaderboard has. Internal
// to the module.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/report/leaderboard/board.h"
#include "metrics/definition.h"

namespace effk::report {

const score::ModelScores& model_of(const Board& board, const score::Standing& row);

// In the order of the rows.
std::vector<const score::ModelScores*> models_of(const Board& board);

// Those that answer the table's question; efficient@k is in the JSON and in the CSV alone.
std::vector<std::string> table_metrics(const Board& board);

// "1", "1-2"; "-" for a model of which nothing was scored.
std::string group_words(const score::GroupRange& groups, std::string_view dash = "-");

// The definitions behind the numbers, in the order in which a reader meets them.
std::vector<metrics::Definition> board_definitions(const Board& board);

struct NamedFact {
  std::string name;
  std::string value;  // printable
};

// What all runs were made of and with, as the first one tells it: suite, instrument, scoring, environment.
std::vector<NamedFact> board_facts(const Board& board);

// What makes a reader doubt the table, printable: interrupted runs, problems left out or missing.
std::vector<std::string> board_cautions(const Board& board);

// What the runs and their scoring warned of, with the run's name; printable.
std::vector<std::string> board_warnings(const Board& board);

}  // namespace effk::report
