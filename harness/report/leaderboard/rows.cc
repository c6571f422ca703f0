#include "harness/report/leaderboard/rows.h"

#include <fmt/format.h>

#include "harness/report/layout.h"
#include "harness/report/model_columns.h"
#include "harness/report/page.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

constexpr std::size_t kMostMissing = 5;     // names in one line
constexpr std::size_t kMostIncomplete = 8;  // models that are named

std::string instrument_words(const record::RunRecord& run) {
  std::string words = fact(run, "instrument") + " " + fact(run, "instrument.version", "");
  if (record::cost_unit(run.environment) == CostUnit::cpu_time_nanoseconds) {
    words += fmt::format("; costs are CPU time in ns, of {} repetitions in turn with the reference's",
                         fact(run, "repetitions"));
  } else {
    words += "; costs are instructions retired in user mode";
  }
  return words;
}

std::string scoring_words(const score::RunScores& scores) {
  std::string words = fmt::format("alpha {}", scores.alpha);
  if (!scores.weights.empty()) words += fmt::format(", weights {}", fmt::join(scores.weights, ","));
  return words + fmt::format(", seed {} of intervals and tests", scores.seed);
}

}  // namespace

const score::ModelScores& model_of(const Board& board, const score::Standing& row) {
  return board.runs[row.run].scores.models[row.model];
}

std::vector<const score::ModelScores*> models_of(const Board& board) {
  std::vector<const score::ModelScores*> models;
  for (const score::Standing& row : board.standings.rows) models.push_back(&model_of(board, row));
  return models;
}

std::vector<std::string> table_metrics(const Board& board) {
  std::vector<std::string> names;
  for (const std::string& name : metric_names(models_of(board))) {
    if (!name.starts_with("efficient@")) names.push_back(name);
  }
  return names;
}

std::string group_words(const score::GroupRange& groups, std::string_view dash) {
  if (groups.first == 0) return "-";
  if (groups.first == groups.last) return fmt::to_string(groups.first);
  return fmt::format("{}{}{}", groups.first, dash, groups.last);
}

std::vector<metrics::Definition> board_definitions(const Board& board) {
  std::vector<metrics::Definition> all{metrics::kSampleScore,       metrics::kEffAtK,     metrics::kPassAtK,
                                       metrics::kInterval,          metrics::kPairedTest, metrics::kHolm,
                                       metrics::kPerformanceProfile};
  if (record::cost_unit(board.runs.front().record.environment) == CostUnit::cpu_time_nanoseconds) {
    all.push_back(metrics::kHodgesLehmann);
  }
  return all;
}

std::vector<NamedFact> board_facts(const Board& board) {
  const record::RunRecord& first = board.runs.front().record;
  std::size_t samples = 0;
  for (const score::ScoredRun& run : board.runs) samples += run.scores.samples.size();
  std::vector<NamedFact> facts{
      {"suite", fmt::format("{} {}", fact(first, "suite"), fact(first, "suite.digest", ""))},
      {"problems", fmt::to_string(board.runs.front().scores.problems.size())},
      {"samples", fmt::to_string(samples)},
      {"instrument", instrument_words(first)}};
  if (const std::string gaps = fact(first, "instrument.unprotected", ""); !gaps.empty()) {
    facts.push_back({"does not protect against", gaps});
  }
  facts.push_back({"scoring", scoring_words(board.runs.front().scores)});
  facts.push_back({"effk", fact(first, "effk") + " " + fact(first, "effk.commit", "")});
  for (const char* key :
       {"cpu", "kernel", "libc", "compiler", "compiler.flags", "interpreter", "sandbox", "seed"}) {
    if (first.environment.count(key) > 0) facts.push_back({key, fact(first, key)});
  }
  return facts;
}

std::vector<std::string> board_cautions(const Board& board) {
  std::vector<std::string> cautions;
  if (!board.left_out.empty()) cautions.push_back("problems " + left_out_words(board));
  for (const score::ScoredRun& run : board.runs) {
    if (!run.record.complete) {
      cautions.push_back(
          fmt::format("run {} is not complete: it was interrupted or has not ended; samples "
                      "that were not measured are missing",
                      printable(run.name)));
    }
  }
  std::size_t incomplete = 0;
  for (const score::ModelScores* model : models_of(board)) {
    if (model->missing.empty() || ++incomplete > kMostIncomplete) continue;
    cautions.push_back(fmt::format("missing, counted as 0: {} ({}): {}", printable(model->model),
                                   printable(model->language), named(model->missing, kMostMissing)));
  }
  if (incomplete > kMostIncomplete) {
    cautions.push_back(fmt::format("{} more models miss problems", incomplete - kMostIncomplete));
  }
  return cautions;
}

std::vector<std::string> board_warnings(const Board& board) {
  std::vector<std::string> warnings;
  for (const score::ScoredRun& run : board.runs) {
    for (const std::string& warning : all_warnings(run.record, run.scores)) {
      warnings.push_back(fmt::format("{}: {}", printable(run.name), printable(warning)));
    }
  }
  return warnings;
}

}  // namespace effk::report
