#include "harness/report/gate_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/layout.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

using gate::Comparison;
using gate::Outcome;

constexpr std::size_t kMostWorse = 20;  // samples, unless details are asked for
constexpr std::size_t kMostBetter = 5;

// What stands before a sample: 8 columns.
std::string label(const Comparison& one, const TextStyle& style) {
  if (one.fails()) return style.alarm("worse   ");
  if (one.allowed) return style.caution("allowed ");
  if (!one.judged) return "new     ";
  return one.outcome == Outcome::better ? "better  " : "        ";
}

std::string word(const Comparison& one) {
  if (one.allowed) return "worse, allowed";
  if (one.confirmation == gate::Confirmation::vanished) return "vanished";
  return std::string(to_string(one.outcome)) + (one.judged ? "" : " (not judged)");
}

std::string metric_rows(const gate::RunComparison& comparison, const GateTableOptions& options) {
  Grid grid;
  grid.column("metric", Grid::Align::left);
  grid.column("model", Grid::Align::left);
  grid.column("language", Grid::Align::left);
  for (const char* heading : {"baseline", "run", "change", "95% interval", "p"})
    grid.column(heading, Grid::Align::right);
  grid.column("outcome", Grid::Align::left);
  bool any = false;
  for (const Comparison& one : comparison.metrics) {
    if (!one.judged && !options.details) continue;
    any = true;
    grid.row({one.subject.metric, printable(one.subject.model), printable(one.subject.language),
              fmt::format("{:.3f}", *one.before), fmt::format("{:.3f}", *one.after),
              fmt::format("{:+.3f}", *one.after - *one.before),
              fmt::format("{:+.3f} to {:+.3f}", one.interval.low, one.interval.high),
              fmt::format("{:.2g}", *one.p_value), word(one)});
  }
  if (!any) return {};
  grid.squeeze(1, kPageWidth);
  return "\n" + grid.text(options.style);
}

// As many as fit of those that `wanted` wants, and how many more there are.
template <typename Wanted>
std::string sample_rows(const gate::RunComparison& comparison, const TextStyle& style, std::size_t most,
                        const char* what, Wanted wanted) {
  std::string text;
  std::size_t shown = 0;
  std::size_t more = 0;
  for (const Comparison& one : comparison.samples) {
    if (!wanted(one)) continue;
    if (shown == most) {
      ++more;
      continue;
    }
    ++shown;
    text += label(one, style) + name_of(one.subject) + "\n" +
            wrapped(why(one, comparison.unit), 8, "        ", 8);
  }
  if (more > 0) text += fmt::format("        and {} more {}: --details, --json\n", more, what);
  return text;
}

std::string samples(const gate::RunComparison& comparison, const GateTableOptions& options) {
  const std::size_t all = comparison.samples.size();
  const auto is_worse = [](const Comparison& one) { return one.outcome == Outcome::worse; };
  const auto is_better = [](const Comparison& one) { return one.outcome == Outcome::better; };
  const auto vanished = [](const Comparison& one) {
    return one.confirmation == gate::Confirmation::vanished;
  };
  const auto is_rest = [&](const Comparison& one) {
    return one.outcome == Outcome::unresolved && !vanished(one);
  };
  std::string text =
      sample_rows(comparison, options.style, options.details ? all : kMostWorse, "that are worse", is_worse) +
      sample_rows(comparison, options.style, options.details ? all : kMostBetter, "that are better",
                  is_better) +
      sample_rows(comparison, options.style, options.details ? all : kMostWorse, "that vanished", vanished);
  if (options.details) text += sample_rows(comparison, options.style, all, "", is_rest);
  return text.empty() ? text : "\n" + text;
}

std::string problem_rows(const gate::RunComparison& comparison, const TextStyle& style) {
  if (comparison.by_problem.empty()) return {};
  Grid grid;
  grid.column("problem", Grid::Align::left);
  grid.column("model", Grid::Align::left);
  grid.column("language", Grid::Align::left);
  for (const char* heading : {"worse", "better", "neither", "mean score before", "now"})
    grid.column(heading, Grid::Align::right);
  grid.column("outcome", Grid::Align::left);
  const auto score = [](const std::optional<double>& value) {
    return value ? fmt::format("{:.3f}", *value) : "-";
  };
  for (const gate::ProblemComparison& one : comparison.by_problem) {
    grid.row({printable(one.subject.problem), printable(one.subject.model), printable(one.subject.language),
              fmt::to_string(one.worse), fmt::to_string(one.better), fmt::to_string(one.unresolved),
              score(one.before), score(one.after), std::string(to_string(one.outcome))});
  }
  grid.squeeze(1, kPageWidth);
  grid.squeeze(0, kPageWidth);
  return "\n" + grid.text(style);
}

std::string method(const gate::RunComparison& comparison) {
  std::string text = fmt::format(
      "metrics: differences of {} problems in pairs, sign-flip test, p adjusted (Holm), resolved at {:g}. ",
      comparison.problems, comparison.significance);
  if (comparison.redrawn) {
    text += "samples: new draws, not compared one by one";
  } else if (comparison.exact) {
    text += "samples: counts repeat exactly, so any change beyond what is tolerated is real";
  } else {
    text += "samples: a change counts if it is beyond what is tolerated and beyond the spread of repetitions";
  }
  return text;
}

std::string lines(const std::vector<std::string>& all, std::string_view start, std::size_t start_width) {
  std::string text;
  for (const std::string& one : all) text += wrapped(printable(one), start_width, start, start_width);
  return text;
}

}  // namespace

std::string gate_table(const gate::RunComparison& comparison, const Sides& sides,
                       const GateTableOptions& options) {
  const TextStyle& style = options.style;
  const std::string title = headline(comparison, sides);
  std::string text = sides.decides
                         ? "gate " + (comparison.passed() ? style.bold(title) : style.alarm(title)) + "\n"
                         : title + "\n";
  text += wrapped(fmt::format("{} beside {}", printable(sides.run), printable(sides.baseline)), 2);
  if (!comparison.across.empty()) {
    text += wrapped(fmt::format("across environments that differ: {}",
                                printable(fmt::format("{}", fmt::join(comparison.across, "; ")))),
                    2);
  }
  text += metric_rows(comparison, options);
  if (options.details) text += problem_rows(comparison, style);
  text += samples(comparison, options);
  std::string remarks = lines(comparison.expired, style.alarm("expired "), 8) +
                        lines(comparison.unused, style.caution("unused  "), 8) +
                        lines(comparison.notes, "note    ", 8);
  if (!remarks.empty()) text += "\n" + remarks;
  return text + "\n" + dim_lines(wrapped(method(comparison), 2), style);
}

}  // namespace effk::report
