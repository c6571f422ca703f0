#include "harness/report/explain.h"

#include <fmt/format.h>

#include <cstdlib>

#include <algorithm>
#include <cmath>

#include "harness/report/code_lines.h"
#include "harness/report/code_points.h"
#include "harness/report/layout.h"
#include "harness/report/page.h"
#include "harness/report/printable.h"
#include "harness/report/sample_choice.h"
#include "harness/report/sample_events.h"
#include "harness/report/sample_notes.h"

namespace effk::report {
namespace {

using record::CaseRecord;
using record::Verdict;
using score::LevelScore;

constexpr std::size_t kCodeLines = 12;

// All that the lines below are made from.
struct Subject {
  const record::RunRecord& run;
  const score::RunScores& scores;
  const record::SampleRecord& sample;
  const score::SampleScore& score;
  const record::ReferenceRecord* reference;  // nullptr if the run has none
};

std::string count(const std::optional<Cost>& cost) {
  return cost.has_value() ? grouped(cost.value().value) : std::string("-");
}

// A budget is alpha times a cost, so it may have a fraction; nothing below a whole unit matters.
std::string count(double cost) {
  return grouped(static_cast<std::uint64_t>(std::floor(cost)));
}

std::string verdict_line(const Subject& subject) {
  std::string line = fmt::format("verdict: {}", record::to_string(subject.score.verdict));
  if (subject.score.verdict != subject.sample.verdict) {
    const CaseRecord& last = subject.sample.cases[subject.score.cases - 1];
    line += fmt::format(" with alpha {} at level {}, case {} (as measured with alpha {}: {})",
                        subject.scores.alpha, last.level, last.number, subject.run.alpha,
                        record::to_string(subject.sample.verdict));
  } else if (!subject.sample.detail.empty()) {
    line += ": " + printable(subject.sample.detail);
  }
  return wrapped(line, 2);
}

std::string code_page(const record::SampleRecord& sample, const TextStyle& style) {
  const std::vector<std::string> lines = code_lines(sample.code);
  std::string text =
      fmt::format("code: {} {}, {} bytes, found by rule '{}'\n", lines.size(),
                  lines.size() == 1 ? "line" : "lines", sample.code.size(), printable(sample.extraction));
  for (std::size_t i = 0; i < std::min(lines.size(), kCodeLines); ++i) {
    text += "  " + style.dim("|") + " " + cut_to(lines[i], kPageWidth - 4) + "\n";
  }
  if (lines.size() > kCodeLines) text += fmt::format("  and {} more lines\n", lines.size() - kCodeLines);
  return text;
}

std::string budget_line(const Subject& subject) {
  if (!subject.score.budget) return "budget: the run holds no costs of the reference\n";
  return wrapped(
      fmt::format("budget: T = {} = {} x {}, alpha times the reference's dearest case at a weighted level",
                  count(*subject.score.budget), subject.scores.alpha,
                  count(*subject.score.budget / subject.scores.alpha + 0.5)),
      2);
}

// What of the sample's load is taken off each case.
Cost free_load(const Subject& subject) {
  const Cost load = subject.sample.load.value_or(Cost{});
  if (subject.reference == nullptr || fact(subject.run, "suite.load", "") == "free") return load;
  return std::min(load, subject.reference->load + subject.reference->allowance);
}

std::string load_line(const Subject& subject) {
  if (!subject.sample.load) return "load: not measured\n";
  const Cost free = free_load(subject);
  const Cost charged = *subject.sample.load - free;
  std::string line = fmt::format("load: {} to load the code, of which {} are charged to every case",
                                 count(subject.sample.load), count(charged));
  if (subject.reference != nullptr) {
    line += fmt::format("; free are the reference's {} and {} more", count(subject.reference->load),
                        count(subject.reference->allowance));
  }
  return wrapped(line, 2);
}

// The case that decided a level: its dearest, or else the last that was run.
const CaseRecord* deciding_case(const Subject& subject, std::size_t level) {
  const CaseRecord* chosen = nullptr;
  for (std::size_t i = 0; i < subject.score.cases; ++i) {
    const CaseRecord& one = subject.sample.cases[i];
    if (one.level != static_cast<int>(level)) continue;
    const bool dearer = chosen == nullptr || !subject.score.levels[level].cost ||
                        one.cost.value_or(Cost{}) > chosen->cost.value_or(Cost{});
    if (dearer) chosen = &one;
  }
  return chosen;
}

// A frame may be a little below 0; see record.h.
std::string frame_of(const Subject& subject, const CaseRecord& one) {
  if (subject.reference == nullptr) return "-";
  for (const record::ReferenceCase& candidate : subject.reference->cases) {
    if (candidate.level != one.level || candidate.number != one.number) continue;
    const auto size = Cost{static_cast<std::uint64_t>(std::abs(candidate.frame))};
    return (candidate.frame < 0 ? "-" : "") + count(std::optional(size));
  }
  return "-";
}

std::string level_table(const Subject& subject, const TextStyle& style) {
  Grid grid;
  for (const char* heading : {"level", "weight", "reference", "case", "total", "frame", "cost", "score"})
    grid.column(heading, Grid::Align::right);
  for (std::size_t i = 0; i < subject.score.levels.size(); ++i) {
    const LevelScore& level = subject.score.levels[i];
    const CaseRecord* one = deciding_case(subject, i);
    grid.row({fmt::to_string(i), fmt::format("{}", level.weight), count(level.reference_cost),
              one == nullptr ? "-" : fmt::to_string(one->number),
              one == nullptr ? "-" : count(std::optional(one->total)),
              one == nullptr ? "-" : frame_of(subject, *one), count(level.cost),
              level.score ? fmt::format("{:.4f}", *level.score) : "-"});
  }
  return wrapped(
             fmt::format("levels, in {}: the reference's dearest case; the sample's dearest case, its total, "
                         "the frame taken off, its cost; the level's score",
                         unit_words(record::cost_unit(subject.run.environment))),
             2) +
         grid.text(style, 2) +
         wrapped(
             "cost = total - frame - free load, but at least what reading the arguments needs; 0 is the "
             "first case; '-' is not known or not run",
             2, "  ", 2);
}

std::string note_lines(const Subject& subject) {
  std::string text;
  for (const std::string& note : sample_notes(subject.sample, subject.score))
    text += wrapped("note: " + note, 2);
  return text;
}

// Why a level of a sample that passed scores 0.
std::string why_zero(const score::SampleScore& score, bool earlier) {
  const char* who = earlier ? "an earlier level" : "it";
  if (score.verdict == Verdict::accepted) return fmt::format("the cost of {} is not known or above T", who);
  return fmt::format("{} ended with {}", who, record::to_string(score.verdict));
}

std::string arithmetic(const Subject& subject) {
  const score::SampleScore& score = subject.score;
  if (score.verdict == Verdict::internal_error) return "the sample does not count: n is one less\n";
  if (!score.passed) return "score = 0, because the sample is not right\n";
  std::string text;
  std::string sum;
  double weights = 0;
  bool censored = false;
  for (std::size_t i = 0; i < score.levels.size(); ++i) {
    const LevelScore& level = score.levels[i];
    if (!level.score) continue;
    const bool over = !level.cost || static_cast<double>(level.cost->value) > *score.budget;
    if (censored || over) {
      text += fmt::format("f_{} = 0, because {}\n", i, why_zero(score, censored));
      censored = true;
    } else {
      text += wrapped(fmt::format("f_{} = (T - cost) / (T - reference) = ({} - {}) / ({} - {}) = {:.4f}", i,
                                  count(*score.budget), count(level.cost), count(*score.budget),
                                  count(level.reference_cost), *level.score),
                      2);
    }
    sum += fmt::format("{}{} x {:.4f}", sum.empty() ? "" : " + ", level.weight, *level.score);
    weights += level.weight;
  }
  return text + wrapped(fmt::format("score = ({}) / {} = {:.4f}", sum, weights, score.score), 2);
}

}  // namespace

std::string sample_name(const record::SampleRecord& sample) {
  return sample.model + "/" + sample.problem + "/" + sample.language + "/" + sample.sample;
}

Result<std::string> explain(const record::RunRecord& run, const score::RunScores& scores,
                            std::string_view name, const TextStyle& style) {
  const auto found = find_sample(run, scores, name);
  if (!found) return tl::unexpected(found.error());
  const record::SampleRecord& sample = run.samples[(*found)->index];
  const Subject subject{run, scores, sample, (*found)->score,
                        record::find_reference(run, sample.problem, sample.language)};
  std::string text = style.bold(printable(sample_name(sample))) + ": " +
                     style.toned(tone_of(subject.score), outcome(subject.score)) + "\n";
  text += verdict_line(subject);
  text += wrapped(
      fmt::format("instrument: {} {}", fact(run, "instrument"), fact(run, "instrument.version", "")), 2);
  text += "\n" + code_page(sample, style);
  text += "\n" + budget_line(subject) + load_line(subject);
  if (!sample.cases.empty()) text += "\n" + level_table(subject, style);
  if (!sample.cases.empty()) {
    if (const std::string events = sample_events(run, sample, subject.reference, style); !events.empty())
      text += "\n" + events;
  }
  if (const std::string notes = note_lines(subject); !notes.empty()) text += "\n" + notes;
  return text + "\n" + arithmetic(subject);
}

}  // namespace effk::report
