// harness/score/run_scores.h -- the scores of a whole run: each sample, each (model, language), each group.
//
// Called by report and by the gate. Reads records only: the same run gives the same numbers on any machine.
//
//   Unit     scores and shares as in metrics/; costs in Instructions.
//   Scope    internal_error samples are not scored: they lower n, and a warning names them. A selected
//   problem
//            without scored samples counts 0 and is listed as missing.
//   Errors   usage for k < 1 and alpha not above 1; bad_input for an alpha above the run's, weights that do
//            not fit the levels, unknown problems, and records that contradict each other.
//   Threads  pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/score/sample_score.h"

namespace effk::score {

struct ScoreOptions {
  std::optional<double> alpha = std::nullopt;  // at most the run's: samples were stopped at the run's budget
  std::vector<double> weights = {};            // one a level, level 0 first and 0; empty: each problem's own
  std::vector<int> k = {};                     // empty: 1, 5 and 10 as far as there are samples
  std::vector<std::string> problems = {};      // empty: all of the run
  std::uint64_t seed = 1;                      // of the intervals
};

// One number with its 95% interval over problems. With a single problem low = value = high.
struct Metric {
  std::string name;  // "eff@1", "pass@5", "efficient@1", "complete"
  double value = 0;
  double low = 0;
  double high = 0;
  std::vector<double> values = {};  // of which it is the mean: one a problem, missing ones as 0
};

struct ScoredSample {
  std::size_t index = 0;  // in RunRecord::samples
  SampleScore score;
};

// All scored samples of one (model, language) for one problem.
struct ProblemScores {
  std::string problem;
  std::vector<std::size_t> samples;  // indices into RunScores::samples
  int passed = 0;
  int complete = 0;
  double best = 0;
  double mean = 0;
};

// The problems of one challenge or with one tag.
struct GroupScores {
  std::string kind;  // "challenge" or "tag"
  std::string name;
  std::size_t problems = 0;
  std::vector<Metric> metrics;
};

struct ModelScores {
  std::string model;
  std::string language;
  std::size_t problems = 0;          // selected
  std::vector<std::string> missing;  // selected, without scored samples
  std::size_t samples = 0;           // scored
  std::size_t not_scored = 0;        // internal errors
  std::size_t smallest_n = 0;        // the fewest scored samples of a problem that has any
  std::string smallest_problem;      // the first problem with so few
  std::vector<Metric> metrics;  // eff@k, pass@k, efficient@k by ascending k, then complete; empty at n = 0
  std::vector<ProblemScores> scores;  // of the problems that are not missing, in the selected order
  std::vector<GroupScores> groups;    // challenges, then tags, by name
};

struct RunScores {
  double alpha = 2;
  std::vector<double> weights;        // as given; empty: each problem's own
  std::uint64_t seed = 1;             // of the intervals
  std::vector<std::string> problems;  // selected, in the order of the run
  std::vector<int> k;                 // ascending; which were asked for, or the default ones
  std::vector<ScoredSample> samples;  // all of the selected problems, also internal errors; sorted by model,
                                      // problem, language, sample ("2" before "10")
  std::vector<ModelScores> models;    // best first: by eff@1 descending, then model, language
  std::vector<std::string> warnings;  // of scoring; the run's own are in its record
};

// The result does not depend on the order of the run's samples.
Result<RunScores> score_run(const record::RunRecord& run, const ScoreOptions& options = {});

// The metric of that name; nullptr if there is none.
const Metric* find_metric(const std::vector<Metric>& metrics, std::string_view name);

}  // namespace effk::score
