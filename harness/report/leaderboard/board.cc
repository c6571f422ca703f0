#include "harness/report/leaderboard/board.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "harness/record/conditions.h"
#include "harness/report/layout.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

// Refuses what cannot be compared, and puts the rest into words.
Result<std::vector<std::string>> differences_of(const std::vector<NamedRun>& runs, bool alpha_is_given) {
  std::vector<std::string> words;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const auto found = record::differences(runs.front().record.environment, runs[i].record.environment,
                                           record::Meeting::compared);
    for (const record::Difference& one : found) {
      const std::string said = printable(record::words(one, runs.front().name, runs[i].name));
      // Records can be scored anew with a smaller alpha; score_run() knows how small it must be.
      const bool settled = one.key == "alpha" && alpha_is_given;
      if (one.refused && !settled) {
        return fail(ErrorKind::bad_input,
                    fmt::format("runs {} and {} cannot be compared", printable(runs.front().name),
                                printable(runs[i].name)),
                    said,
                    one.key == "alpha" ? "name an --alpha that is in both, or make a leaderboard of each"
                                       : "make a leaderboard of each, or measure them alike");
      }
      if (!settled) words.push_back(said);
    }
  }
  return words;
}

Result<void> check_models(const std::vector<NamedRun>& runs) {
  std::map<std::pair<std::string, std::string>, std::size_t> owners;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const record::SampleRecord& sample : runs[i].record.samples) {
      const auto [owner, is_new] = owners.try_emplace({sample.model, sample.language}, i);
      if (owner->second == i) continue;
      return fail(
          ErrorKind::bad_input,
          fmt::format("runs {} and {} both hold samples of {} ({})", printable(runs[owner->second].name),
                      printable(runs[i].name), printable(sample.model), printable(sample.language)),
          "a leaderboard has one row a model and language", "leave one of the runs out");
    }
  }
  return {};
}

bool is_same(const record::ProblemRecord& one, const record::ProblemRecord& other) {
  const auto same_level = [](const record::LevelRecord& a, const record::LevelRecord& b) {
    return a.weight == b.weight && a.cases == b.cases;
  };
  return one.problem == other.problem && one.digest == other.digest &&
         std::equal(one.levels.begin(), one.levels.end(), other.levels.begin(), other.levels.end(),
                    same_level);
}

// The names of problems that all runs hold alike, in the order of the first; `left_out` gets the others.
std::vector<std::string> common_problems(const std::vector<NamedRun>& runs,
                                         std::vector<std::string>& left_out) {
  std::vector<std::string> common;
  std::set<std::string> all;
  for (const NamedRun& run : runs) {
    for (const record::ProblemRecord& problem : run.record.problems) all.insert(problem.problem);
  }
  for (const record::ProblemRecord& problem : runs.front().record.problems) {
    const bool everywhere = std::all_of(runs.begin(), runs.end(), [&](const NamedRun& run) {
      const auto& problems = run.record.problems;
      return std::any_of(problems.begin(), problems.end(),
                         [&](const record::ProblemRecord& other) { return is_same(problem, other); });
    });
    if (!everywhere) continue;
    common.push_back(problem.problem);
    all.erase(problem.problem);
  }
  left_out.assign(all.begin(), all.end());
  return common;
}

constexpr std::size_t kMostNamed = 10;

}  // namespace

std::string left_out_words(const Board& board) {
  if (board.left_out.empty()) return {};
  return "left out, because not all runs hold them alike: " + named(board.left_out, kMostNamed);
}

Result<Board> make_board(std::vector<NamedRun> runs, const score::ScoreOptions& options) {
  Board board;
  auto words = differences_of(runs, options.alpha.has_value());
  if (!words) return tl::unexpected(words.error());
  board.differences = std::move(*words);
  if (auto checked = check_models(runs); !checked) return tl::unexpected(checked.error());
  score::ScoreOptions chosen = options;
  const std::vector<std::string> common = common_problems(runs, board.left_out);
  if (common.empty()) {
    return fail(ErrorKind::bad_input, "the runs have no problem in common", "",
                "make a leaderboard of each, or measure them with the same suite");
  }
  // Names that no run holds are score_run()'s to refuse.
  if (chosen.problems.empty() && !board.left_out.empty()) chosen.problems = common;
  for (NamedRun& run : runs) {
    auto scores = score::score_run(run.record, chosen);
    if (!scores) return tl::unexpected(scores.error());
    board.runs.push_back({std::move(run.name), std::move(run.record), std::move(*scores)});
  }
  board.standings = score::standings(board.runs, options.seed);
  return board;
}

}  // namespace effk::report
