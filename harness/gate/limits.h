// harness/gate/limits.h -- what a gate tolerates, and what it has been told to overlook. docs/gate.md has the
// file's format.
//
//   Unit     relative tolerances are shares (0.001 is 0.1%); absolute ones have the unit of what they limit.
//   Threads  plain values; reading is pure.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/gate/date.h"

namespace effk::gate {

// A cost may grow by either of these.
struct Tolerance {
  double relative = 0;
  double absolute = 0;

  // How much may be added to `cost`.
  double allowed(double cost) const { return std::max(relative * cost, absolute); }
};

enum class DecideBy {
  test,        // worse if the drop is beyond the limit and resolved by the paired test
  difference,  // worse if the drop is beyond the limit
};

struct MetricLimit {
  bool judged = true;  // else it is shown only
  double drop = 0;     // tolerated
  std::optional<double> at_least = std::nullopt;
  DecideBy by = DecideBy::test;
};

// Shell patterns (fnmatch) over names; what is not given matches all.
struct Pattern {
  std::string model = "*";
  std::string language = "*";
  std::string problem = "*";
  std::string sample = "*";
};

// Of the problems, models and languages that it fits. Where several fit, the last one that says something
// decides.
struct ProblemLimit {
  Pattern pattern = {};
  std::optional<Tolerance> cost = std::nullopt;
  std::optional<double> cost_at_most = std::nullopt;
  std::optional<double> score_drop = std::nullopt;
  std::optional<double> score_at_least = std::nullopt;
  std::optional<bool> judge_verdict = std::nullopt;
};

// Something that may be worse until a day.
struct Allowance {
  Pattern pattern;
  std::optional<std::string> metric;  // a pattern too; then problem and sample are not looked at
  std::string reason;
  Date expires;  // the last day on which it holds

  // "problem inversions, language cpp": as its entry names it.
  std::string words() const;
};

struct Limits {
  double significance = 0.05;      // of the paired tests, over all judged metrics together
  bool redrawn = false;            // the runs' samples are new draws: only what they come to is compared
  Tolerance cost{0.001, 0};        // instruments that repeat exactly
  Tolerance noisy_cost{0.05, 0};   // instruments that do not
  Tolerance across_cost{0.05, 0};  // environments that differ
  std::map<std::string, MetricLimit> metrics;  // by name; others: is_judged_by_default()
  std::vector<ProblemLimit> problems;
  std::vector<Allowance> allow;
};

// eff@1, pass@1 and complete. More of them would say little more, and cost the tests their power.
MetricLimit default_metric_limit(std::string_view metric);

// `name` is how messages call the file. Errors: bad_input, naming a JSON pointer and what was expected there.
Result<Limits> read_limits(const std::string& name, std::string_view text);

// True if `name` fits the shell pattern.
bool fits(const std::string& pattern, const std::string& name);

}  // namespace effk::gate
