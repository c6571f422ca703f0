// harness/gate/comparison.h -- what became better, worse, or neither, between a baseline and a run.
//
// Plain values: compare_runs() makes them, confirm() and allow() change them, report/ prints them.
//
//   Unit     costs in that of the runs; scores and metrics as in metrics/.
//   Threads  plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/units.h"
#include "harness/record/record.h"
#include "metrics/intervals.h"

namespace effk::gate {

// Three, not two: what lies within the tolerance, or within what the measurement can tell apart, is neither
// better nor worse.
enum class Outcome { better, worse, unresolved };

std::string_view to_string(Outcome outcome);

// What is compared: a metric of (model, language), or a sample.
struct Subject {
  std::string model;
  std::string language;
  std::string problem = {};
  std::string sample = {};
  std::string metric = {};  // not empty: problem and sample are

  auto operator<=>(const Subject&) const = default;
};

Subject subject_of(const record::SampleRecord& sample);

// One thing that was looked at in a subject.
struct Reason {
  enum class Kind {
    missing,        // not in the run
    not_measured,   // in the run, but the harness failed on it
    is_new,         // not in the baseline: not judged
    verdict,        // passed and failed: `verdicts` say how
    levels,         // how many levels above 0 it finished
    budget,         // a level was lost or won, too near to the budget to tell
    cost,           // of a level, all its cases together
    relative_cost,  // the same, as a multiple of the reference's: for times
    cost_at_most,   // of all levels above 0
    score,          // of a sample
    score_at_least,
    metric,  // the mean over the problems
    metric_at_least,
  };
  Kind kind;
  Outcome outcome = Outcome::unresolved;
  int level = 0;
  std::optional<double> before = std::nullopt;
  std::optional<double> after = std::nullopt;
  double limit = 0;  // the change tolerated, or the bound
  double noise = 0;  // a smaller change is within the repetitions' spread
  std::string verdict_before = {};
  std::string verdict_after = {};
  std::string detail = {};  // of the run's sample, for a person
};

enum class Confirmation {
  none,       // was not measured again
  confirmed,  // worse once more
  vanished,   // not worse when measured again: no longer counts
};

struct Comparison {
  Subject subject;
  Outcome outcome = Outcome::unresolved;
  bool judged = true;                // else it is only shown
  std::vector<Reason> reasons = {};  // the weightiest first; of a sample without a difference those that held

  // Of metrics: values, and the mean difference over the problems in common. Of samples: scores.
  std::optional<double> before = std::nullopt;
  std::optional<double> after = std::nullopt;
  metrics::Interval interval = {};               // 95%, of the mean difference
  std::optional<double> p_value = std::nullopt;  // adjusted (Holm) over all judged metrics

  // Of samples.
  std::string verdict_before = {};
  std::string verdict_after = {};
  std::optional<Cost> cost_before = std::nullopt;  // levels above 0; absent unless it finished all
  std::optional<Cost> cost_after = std::nullopt;
  std::optional<bool> same_code = std::nullopt;  // absent unless both runs hold the code
  std::uint64_t wall_us = 0;                     // of all cases, in the run

  Confirmation confirmation = Confirmation::none;
  std::optional<std::string> allowed = std::nullopt;  // why it may be worse, and until when

  bool fails() const { return judged && outcome == Outcome::worse && !allowed; }
};

// What one problem came to for one (model, language).
struct ProblemComparison {
  Subject subject;  // without sample
  Outcome outcome = Outcome::unresolved;
  std::size_t better = 0;  // samples
  std::size_t worse = 0;
  std::size_t unresolved = 0;
  std::optional<double> before = std::nullopt;  // mean score
  std::optional<double> after = std::nullopt;
};

struct Counts {
  std::size_t better = 0;
  std::size_t worse = 0;  // and not allowed
  std::size_t allowed = 0;
  std::size_t unresolved = 0;
  std::size_t added = 0;  // samples that are new, and not judged
};

struct RunComparison {
  CostUnit unit = CostUnit::instructions;
  bool exact = true;     // the instrument repeats to the last digit, and the environments agree
  bool redrawn = false;  // samples were not compared one by one
  double significance = 0.05;
  std::size_t problems = 0;                   // in common
  std::vector<Comparison> metrics;            // worst first
  std::vector<Comparison> samples;            // worst first
  std::vector<ProblemComparison> by_problem;  // worst first
  std::vector<std::string> across;            // differences of the environments that were accepted
  std::vector<std::string> expired;           // entries of the allow list past their date, as sentences
  std::vector<std::string> unused;            // entries that nothing needed
  std::vector<std::string> notes;             // what else a reader must know

  Counts counts() const;
  bool passed() const;  // nothing fails, no entry has expired
};

}  // namespace effk::gate
