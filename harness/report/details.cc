#include "harness/report/details.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "harness/report/code_points.h"
#include "harness/report/layout.h"
#include "harness/report/page.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

using score::ModelScores;
using score::ScoredSample;

using Key = std::tuple<std::string, std::string, std::string>;  // problem, model, language
using Index = std::map<Key, std::vector<const ScoredSample*>>;

Index index_of(const record::RunRecord& run, const score::RunScores& scores) {
  Index index;
  for (const ScoredSample& one : scores.samples) {
    const record::SampleRecord& sample = run.samples[one.index];
    index[{sample.problem, sample.model, sample.language}].push_back(&one);
  }
  return index;
}

// "3 accepted, 1 wrong_answer", most frequent first.
std::string verdict_counts(const std::vector<const ScoredSample*>& samples) {
  std::map<std::string_view, int> counts;
  for (const ScoredSample* one : samples) ++counts[record::to_string(one->score.verdict)];
  std::vector<std::pair<std::string_view, int>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [name, count] : sorted)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, name);
  return text;
}

std::string level_scores(const score::SampleScore& score) {
  std::string text;
  for (const score::LevelScore& level : score.levels) {
    if (level.score) text += fmt::format("{}{:.2f}", text.empty() ? "" : " ", *level.score);
  }
  return text;
}

std::string model_rows(const record::RunRecord& run, const score::RunScores& scores, const Index& index,
                       const std::string& problem, const DetailOptions& options) {
  Grid grid;
  grid.column("model", Grid::Align::left);
  grid.column("language", Grid::Align::left);
  for (const char* heading : {"best", "mean", "passed", "complete", "samples"})
    grid.column(heading, Grid::Align::right);
  grid.column("verdicts", Grid::Align::left);
  for (const ModelScores& model : scores.models) {
    std::vector<std::string> cells{printable(model.model), printable(model.language)};
    const auto found = std::find_if(model.scores.begin(), model.scores.end(),
                                    [&](const score::ProblemScores& one) { return one.problem == problem; });
    if (found == model.scores.end()) {
      cells.insert(cells.end(), {"-", "-", "0", "0", "0"});
    } else {
      cells.insert(cells.end(), {fmt::format("{:.2f}", found->best), fmt::format("{:.2f}", found->mean),
                                 fmt::to_string(found->passed), fmt::to_string(found->complete),
                                 fmt::to_string(found->samples.size())});
    }
    const auto samples = index.find({problem, model.model, model.language});
    cells.push_back(samples == index.end() ? "missing" : verdict_counts(samples->second));
    grid.row(std::move(cells));
  }
  grid.squeeze(7, kPageWidth - 2);
  grid.squeeze(0, kPageWidth - 2);
  std::string text = grid.text(options.style, 2);
  if (!options.every_sample) return text;

  for (const ModelScores& model : scores.models) {
    const auto samples = index.find({problem, model.model, model.language});
    if (samples == index.end()) continue;
    Grid lines;
    lines.column("sample", Grid::Align::left);
    lines.column("score", Grid::Align::right);
    lines.column("levels", Grid::Align::left);
    lines.column("verdict", Grid::Align::left);
    lines.column("detail", Grid::Align::left);
    for (const ScoredSample* one : samples->second) {
      const record::SampleRecord& sample = run.samples[one->index];
      // Under a smaller alpha the stored detail may speak of a case that no longer counts.
      const bool as_stored = one->score.verdict == sample.verdict;
      lines.row({printable(sample.sample), fmt::format("{:.2f}", one->score.score), level_scores(one->score),
                 std::string(record::to_string(one->score.verdict)),
                 as_stored ? printable(sample.detail) : fmt::format("with alpha {}", scores.alpha)});
      lines.tone(3, tone_of(one->score));
    }
    lines.squeeze(4, kPageWidth - 4);
    lines.squeeze(0, kPageWidth - 4);
    text += fmt::format("\n  {} ({})\n{}", cut_to(printable(model.model), kPageWidth / 2),
                        printable(model.language), lines.text(options.style, 4));
  }
  return text;
}

}  // namespace

std::string details(const record::RunRecord& run, const score::RunScores& scores,
                    const DetailOptions& options) {
  const Index index = index_of(run, scores);
  std::string text = page_head(run, scores, options.style);
  for (const record::ProblemRecord& problem : run.problems) {
    const auto& selected = scores.problems;
    if (std::find(selected.begin(), selected.end(), problem.problem) == selected.end()) continue;
    std::string about = printable(problem.challenge);
    if (!problem.tags.empty())
      about += (about.empty() ? "" : "; ") + named(problem.tags, problem.tags.size());
    text += "\n" + options.style.bold(printable(problem.problem)) +
            (about.empty() ? "" : " (" + about + ")") + "\n" +
            model_rows(run, scores, index, problem.problem, options);
  }
  const std::string warnings = warning_lines(run, scores, options.style);
  return warnings.empty() ? text : text + "\n" + warnings;
}

}  // namespace effk::report
