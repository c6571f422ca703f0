// The leaderboard's forms, read back: CSV by Python, the page's data by a JSON parser after an HTML parser's
// rules.
#include "harness/report/leaderboard/board.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "harness/report/leaderboard/code_pool.h"
#include "harness/report/leaderboard/kept_samples.h"
#include "harness/report/leaderboard/page_data.h"
#include "harness/report/leaderboard/site.h"
#include "harness/report/leaderboard/tables.h"
#include "tests/report/example_run.h"
#include "tests/report/read_csv.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kBreakout = "</script><script>alert(1)</script><!--\xe2\x80\xa8\xff\xe2\x80\xae{{x}}";

Board board_of(std::vector<NamedRun> runs, const score::ScoreOptions& options = {}) {
  auto board = make_board(std::move(runs), options);
  if (!board) throw std::runtime_error(error_text(board.error()));
  return std::move(*board);
}

Error refusal(std::vector<NamedRun> runs, const score::ScoreOptions& options = {}) {
  auto board = make_board(std::move(runs), options);
  return board ? Error{ErrorKind::internal, "no error", "", ""} : board.error();
}

record::RunRecord renamed(record::RunRecord run, const std::string& model) {
  for (record::SampleRecord& sample : run.samples) sample.model = model + sample.model;
  return run;
}

// Everything that a stranger can name or write, hostile.
record::RunRecord hostile_run() {
  record::RunRecord run = renamed(example_run(), kBreakout);
  run.environment["suite"] = kBreakout;
  for (record::SampleRecord& sample : run.samples) {
    sample.code = kBreakout;
    sample.detail = kBreakout;
    sample.flags = {kBreakout};
    sample.sample += kBreakout;
  }
  for (record::ProblemRecord& problem : run.problems) {
    problem.title = problem.statement = problem.challenge = kBreakout;
    problem.tags = {kBreakout};
    problem.signatures["cpp"] = kBreakout;
  }
  run.warnings = {kBreakout};
  return run;
}

json data_of(const Board& board) {
  return json::parse(page_data(board));
}

// ---- several runs ----

TEST(Board, PutsRunsSideBySideThatDifferInTheirMachineAlone) {
  record::RunRecord other = renamed(example_run(), "new ");
  other.environment["effk"] = "0.2.0";
  const Board board = board_of({{"old", example_run()}, {"new", other}});
  EXPECT_EQ(board.standings.rows.size(), 4U);
  EXPECT_THAT(board.differences, ElementsAre("effk is '0.1.0' in old and '0.2.0' in new"));
}

TEST(Board, RefusesRunsThatCannotBeComparedByNameOfTheDifference) {
  record::RunRecord other = renamed(example_run(), "new ");
  other.environment["instrument"] = "valgrind";
  const Error error = refusal({{"old", example_run()}, {"new", other}});
  EXPECT_EQ(error.kind, ErrorKind::bad_input);
  EXPECT_EQ(error.what, "runs old and new cannot be compared");
  EXPECT_EQ(error.why, "instrument is 'icount' in old and 'valgrind' in new");
}

TEST(Board, TakesRunsOfSeveralBudgetsIfOneIsNamedThatBothHold) {
  record::RunRecord first = example_run();
  first.environment["alpha"] = "2";
  record::RunRecord second = renamed(example_run(), "new ");
  second.environment["alpha"] = "3";
  second.alpha = 3;
  EXPECT_THAT(refusal({{"a", first}, {"b", second}}).next, HasSubstr("--alpha"));
  EXPECT_EQ(board_of({{"a", first}, {"b", second}}, {.alpha = 2}).standings.rows.size(), 4U);
}

TEST(Board, RefusesTwoRunsOfOneModelAndLanguage) {
  const Error error = refusal({{"a", example_run()}, {"b", example_run()}});
  EXPECT_EQ(error.kind, ErrorKind::bad_input);
  EXPECT_EQ(error.what, "runs a and b both hold samples of good (cpp)");
}

TEST(Board, LeavesOutProblemsThatNotAllRunsHoldAlikeAndNamesThem) {
  record::RunRecord other = renamed(example_run(), "new ");
  other.problems[1].digest = "another";
  const Board board = board_of({{"a", example_run()}, {"b", other}});
  EXPECT_THAT(board.runs[0].scores.problems, ElementsAre("alpha_sum"));
  EXPECT_THAT(board.runs[1].scores.problems, ElementsAre("alpha_sum"));
  EXPECT_THAT(board.left_out, ElementsAre("beta_walk"));
  EXPECT_THAT(leaderboard_markdown(board),
              HasSubstr("left out, because not all runs hold them alike: beta\\_walk"));
}

TEST(Board, RefusesRunsWithoutACommonProblem) {
  record::RunRecord other = renamed(example_run(), "new ");
  for (record::ProblemRecord& problem : other.problems) problem.digest = "another";
  EXPECT_EQ(refusal({{"a", example_run()}, {"b", other}}).what, "the runs have no problem in common");
}

// ---- the table's other forms ----

class LeaderboardCsv : public CsvTest {};

TEST_F(LeaderboardCsv, BringsGroupsAndNumbersBack) {
  const Board board = board_of({{"a run", example_run()}});
  const Rows rows = read(leaderboard_csv(board));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(std::vector(rows[0].begin(), rows[0].begin() + 5),
              ElementsAre("run", "group_first", "group_last", "model", "language"));
  EXPECT_THAT(std::vector(rows[1].begin(), rows[1].begin() + 5),
              ElementsAre("a run", "1", "1", "good", "cpp"));
  const auto column = std::find(rows[0].begin(), rows[0].end(), "eff@1") - rows[0].begin();
  EXPECT_EQ(std::stod(rows[1][static_cast<std::size_t>(column)]), board.standings.rows[0].eff_at_1);
}

TEST(LeaderboardJson, HoldsTheComparisonsBehindTheGroups) {
  const json all = json::parse(leaderboard_json(board_of({{"r", example_run()}})));
  ASSERT_EQ(all["rows"].size(), 2U);
  EXPECT_EQ(all["rows"][0]["model"], "good");
  EXPECT_EQ(all["rows"][0]["group_first"], 1);
  ASSERT_EQ(all["comparisons"].size(), 1U);
  // Two differences of one sign: of four patterns two are as extreme.
  EXPECT_EQ(all["comparisons"][0]["p"], 0.5);
  EXPECT_EQ(all["comparisons"][0]["resolved"], false);
}

// Cells as GitHub's Markdown divides them, at bars that no backslash precedes, and as it shows them.
std::vector<std::string> markdown_cells(const std::string& line) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      cells.back() += line[++i];
    } else if (line[i] == '&') {
      const std::size_t end = line.find(';', i);
      const std::string entity = line.substr(i, end - i);
      cells.back() += entity == "&lt" ? '<' : entity == "&gt" ? '>' : '&';
      i = end;
    } else if (line[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

TEST(LeaderboardMarkdown, KeepsAHostileNameInItsCell) {
  const std::string name = "a|b\\|c <b> [x](http://y) @team `code` *bold* ~gone~";
  const std::string text = leaderboard_markdown(board_of({{"r", renamed(example_run(), name)}}));
  std::vector<std::string> heading;
  int rows = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("|")) continue;
    const auto cells = markdown_cells(line);
    if (heading.empty()) heading = cells;
    EXPECT_EQ(cells.size(), heading.size()) << line;
    if (cells[1].find("good") != std::string::npos) {
      EXPECT_EQ(cells[1], " " + name + "good ");
    }
    ++rows;
  }
  EXPECT_EQ(rows, 4);
  EXPECT_THAT(text, Not(HasSubstr("<b>")));
}

// ---- the page's data ----

TEST(PageData, CannotEndItsScriptElementWhateverStrangersWrite) {
  const std::string data = page_data(board_of({{kBreakout, hostile_run()}}));
  EXPECT_EQ(data.find('<'), std::string::npos);
  for (const char c : data) EXPECT_TRUE(c >= 0x20 && c < 0x7f) << static_cast<int>(c);
  // And it is still there, as text.
  EXPECT_THAT(json::parse(data)["rows"][0]["model"], HasSubstr("</script><script>alert(1)</script><!--"));
}

TEST(PageData, HoldsOfAProblemWhatItsPanelShows) {
  record::RunRecord run = example_run();
  run.problems[0].title = "Sums";
  run.problems[0].statement = "# Sums\n\nWrite it.\n";
  run.problems[0].signatures["cpp"] = "int f()";
  run.references[0].code = "int f() { return 2; }\n";
  const json data = data_of(board_of({{"r", run}}));
  const json& problem = data["problems"][0];
  EXPECT_EQ(problem["statement"], "# Sums\n\nWrite it.\n");
  EXPECT_EQ(problem["weights"], json({0.0, 3.0, 3.0, 4.0}));
  const json& reference = problem["references"][0];
  EXPECT_EQ(reference["budget"], 40'000'000.0);
  EXPECT_EQ(reference["costs"], json({1'000'000, 10'000'000, 10'000'000, 20'000'000}));
  EXPECT_EQ(data["codes"][reference["code"].get<std::size_t>()][0], "int f() { return 2; }\n");
  EXPECT_TRUE(data["problems"][1]["references"][0]["code"].is_null());
}

TEST(PageData, HoldsOfEachSampleTheNumbersOfItsScore) {
  const record::RunRecord run = example_run();
  const score::RunScores scores = scored(run);
  const json data = data_of(board_of({{"r", run}}));
  ASSERT_EQ(data["samples"].size(), run.samples.size());
  for (const json& sample : data["samples"]) {
    const auto match =
        std::find_if(scores.samples.begin(), scores.samples.end(), [&](const score::ScoredSample& one) {
          const record::SampleRecord& record = run.samples[one.index];
          return record.model == data["rows"][sample[0].get<std::size_t>()]["model"] &&
                 record.problem == data["problems"][sample[1].get<std::size_t>()]["id"] &&
                 record.sample == sample[2];
        });
    ASSERT_NE(match, scores.samples.end());
    EXPECT_EQ(data["verdicts"][sample[3].get<std::size_t>()], record::to_string(match->score.verdict));
    EXPECT_NEAR(sample[5].get<double>(), match->score.score, 1e-5);
    for (std::size_t level = 0; level < 4; ++level) {
      const auto& cost = match->score.levels[level].cost;
      EXPECT_EQ(sample[7][level], cost ? json(cost->value) : json(nullptr));
    }
  }
}

TEST(PageData, TellsRunsApartWhoseReferencesCostOtherwise) {
  record::RunRecord other = renamed(example_run(), "new ");
  other.references[0].cases[3].cost = {21'000'000};
  const json data = data_of(board_of({{"a", example_run()}, {"b", other}}));
  EXPECT_EQ(data["problems"][0]["references"].size(), 2U);
  EXPECT_EQ(data["problems"][1]["references"].size(), 1U);
  EXPECT_EQ(data["problems"][1]["references"][0]["runs"], json({0, 1}));
}

// ---- what is kept ----

TEST(KeptSamples, AreTheBestTheMedianAndTheWorst) {
  score::RunScores scores;
  score::ProblemScores problem;
  for (const double value : {0.2, 0.9, 0.0, 0.5, 0.7, 0.3}) {
    problem.samples.push_back(scores.samples.size());
    scores.samples.emplace_back().score.score = value;
  }
  EXPECT_THAT(kept_samples(scores, problem), ElementsAre(1U, 3U, 2U));  // 0.9; of 0.5 and 0.3 the better; 0
  problem.samples = {3};
  EXPECT_THAT(kept_samples(scores, problem), ElementsAre(3U));
  problem.samples = {2, 4};
  EXPECT_THAT(kept_samples(scores, problem), ElementsAre(4U, 2U));
}

TEST(KeptSamples, PreferOfEqualScoresThoseThatFinished) {
  score::RunScores scores;
  scores.samples.resize(3);
  scores.samples[1].score.passed = true;
  scores.samples[2].score.passed = scores.samples[2].score.complete = true;
  EXPECT_THAT(kept_samples(scores, {.problem = "p", .samples = {0, 1, 2}}), ElementsAre(2U, 1U, 0U));
}

TEST(CodePool, KeepsEachTextOnce) {
  CodePool pool;
  EXPECT_EQ(pool.add("a\n"), 0U);
  EXPECT_EQ(pool.add("b\n"), 1U);
  EXPECT_EQ(pool.add("a\n"), 0U);
  EXPECT_EQ(pool.cut_to(1000).size(), 2U);
}

TEST(CodePool, CutsTheLongestUntilAllFitAndSaysHowMuch) {
  CodePool pool;
  std::string line(49, 'x');
  line += '\n';
  std::string text;
  for (int i = 0; i < 100; ++i) text += line;
  pool.add(text);
  pool.add("short\n");
  const auto codes = pool.cut_to(1000);
  EXPECT_LE(codes[0].text.size() + codes[1].text.size(), 1000U);
  EXPECT_GE(codes[0].text.size(), 800U);
  EXPECT_EQ(codes[0].text.size() + codes[0].left_out, text.size());
  EXPECT_EQ(codes[0].text.size() % 50, 49U);  // after a whole line
  EXPECT_EQ(codes[1].text, "short\n");
}

TEST(CodePool, NeverCutsWithinACodePoint) {
  CodePool pool;
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "\xe2\x82\xac";
  pool.add(text);
  for (const std::size_t budget : {200U, 201U, 202U, 5000U}) {
    EXPECT_EQ(pool.cut_to(budget)[0].text.size() % 3, 0U);
  }
}

// ---- the page ----

TEST(Site, EscapesWhatStrangersWriteIntoTheTemplate) {
  const std::string page = leaderboard_page(board_of({{kBreakout, hostile_run()}}),
                                            "{{=<% %>=}}<% suite %>|<%#rows%><% model %>|<% run %>|<%/rows%>"
                                            "<%#warnings%><% text %><%/warnings%>");
  EXPECT_EQ(page.find('<'), std::string::npos);
  EXPECT_THAT(page, HasSubstr("&lt;/script&gt;&lt;script&gt;alert(1)"));
}

TEST(Site, KnowsItsOwnPages) {
  EXPECT_TRUE(is_leaderboard_page("<!doctype html>\n<meta name=\"generator\" content=\"effk leaderboard\">"));
  EXPECT_FALSE(is_leaderboard_page("<!doctype html><title>mine</title>"));
}

}  // namespace
}  // namespace effk::report
