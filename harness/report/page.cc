#include "harness/report/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/layout.h"
#include "harness/report/printable.h"
#include "metrics/definition.h"

namespace effk::report {
namespace {

constexpr std::size_t kDigestShown = 12;
constexpr std::size_t kMostWarnings = 10;
constexpr std::string_view kWarning = "warning: ";

// What a reader compares first when two reports differ.
constexpr const char* kShownFacts[] = {"cpu", "kernel", "libc", "compiler", "interpreter", "sandbox", "seed"};

std::string plural(std::size_t count, const char* word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string environment_line(const record::RunRecord& run) {
  std::string line = "environment: effk " + fact(run, "effk");
  if (run.environment.count("effk.commit") > 0)
    line += " (" + fact(run, "effk.commit").substr(0, kDigestShown) + ")";
  for (const char* key : kShownFacts) {
    if (run.environment.count(key) > 0) line += fmt::format(", {} {}", key, fact(run, key));
  }
  return line;
}

std::string scoring_line(const record::RunRecord& run, const score::RunScores& scores) {
  std::string line = fmt::format("scoring: alpha {}", scores.alpha);
  if (scores.alpha != run.alpha) line += fmt::format(" (measured with alpha {})", run.alpha);
  if (!scores.weights.empty()) line += fmt::format(", weights {}", fmt::join(scores.weights, ","));
  return line;
}

}  // namespace

std::string fact(const record::RunRecord& run, const std::string& key, const char* otherwise) {
  const auto found = run.environment.find(key);
  return found == run.environment.end() ? otherwise : printable(found->second);
}

std::string page_head(const record::RunRecord& run, const score::RunScores& scores, const TextStyle& style) {
  std::string text;
  if (!run.complete) {
    text += style.alarm("INCOMPLETE RUN:") +
            " it was interrupted or has not ended; samples that were not measured are missing below\n";
  }
  std::string suite = fmt::format("suite {}", fact(run, "suite"));
  if (run.environment.count("suite.digest") > 0)
    suite += " (" + fact(run, "suite.digest").substr(0, kDigestShown) + ")";
  text += wrapped(fmt::format("{}: {}, {}", suite, plural(scores.problems.size(), "problem"),
                              plural(scores.samples.size(), "sample")),
                  2);
  text += wrapped(
      fmt::format("instrument: {} {}", fact(run, "instrument"), fact(run, "instrument.version", "")), 2);
  if (record::cost_unit(run.environment) == CostUnit::cpu_time_nanoseconds) {
    text += wrapped(fmt::format("cost: CPU time in ns, of {} repetitions in turn with the reference's "
                                "({}); not comparable with counts",
                                fact(run, "repetitions"), metrics::kHodgesLehmann.id),
                    2);
  }
  text += wrapped(environment_line(run), 2);
  text += wrapped(scoring_line(run, scores), 2);
  return text;
}

Tone tone_of(const score::SampleScore& score) {
  return !score.passed ? Tone::alarm : score.complete ? Tone::plain : Tone::caution;
}

std::vector<std::string> all_warnings(const record::RunRecord& run, const score::RunScores& scores) {
  std::vector<std::string> all = scores.warnings;
  all.insert(all.end(), run.warnings.begin(), run.warnings.end());
  return all;
}

std::string warning_lines(const record::RunRecord& run, const score::RunScores& scores,
                          const TextStyle& style) {
  const std::vector<std::string> all = all_warnings(run, scores);
  std::string text;
  for (std::size_t i = 0; i < std::min(all.size(), kMostWarnings); ++i) {
    text += wrapped(printable(all[i]), kWarning.size(), style.caution(kWarning), kWarning.size());
  }
  if (all.size() > kMostWarnings) {
    text += style.caution(kWarning) +
            fmt::format("and {} more; all of them: --json\n", all.size() - kMostWarnings);
  }
  return text;
}

}  // namespace effk::report
