#include "harness/report/gate_words.h"

#include <fmt/format.h>

#include <cmath>

#include "harness/report/layout.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

using gate::Comparison;
using gate::Outcome;
using gate::Reason;
using Kind = gate::Reason::Kind;

// What is longer helps nobody, and takes long to make printable.
constexpr std::size_t kLongestName = 500;  // bytes

std::string shown(std::string_view text) {
  return printable(text.substr(0, kLongestName));
}

std::string exact(double cost) {
  return grouped(static_cast<std::uint64_t>(std::llround(cost)));
}

// "+1.01%", "-0.0003%"; nothing to compare with gives nothing.
std::string percent(double before, double after) {
  return before > 0 ? fmt::format(" ({:+.3g}%)", (after / before - 1) * 100) : "";
}

std::string unit_name(CostUnit unit) {
  return std::string(unit_words(unit));
}

std::string cost_words(const Reason& reason, CostUnit unit) {
  const double change = *reason.after - *reason.before;
  std::string text = fmt::format("level {} costs {} {}", reason.level, exact(*reason.after), unit_name(unit));
  if (change == 0) return text + " as before";
  text += fmt::format(", {}{} {} than {}", exact(std::fabs(change)), percent(*reason.before, *reason.after),
                      change > 0 ? "more" : "less", exact(*reason.before));
  text += fmt::format("; tolerated {}", exact(reason.limit));
  if (reason.noise > 0) text += fmt::format(", spread {}", exact(reason.noise));
  return text;
}

std::string relative_cost_words(const Reason& reason) {
  return fmt::format(
      "level {} takes {:.3f} times the reference's time, before {:.3f}{}; tolerated {:.3f}, spread {:.3f}",
      reason.level, *reason.after, *reason.before, percent(*reason.before, *reason.after), reason.limit,
      reason.noise);
}

std::string missing_words(const Reason& reason) {
  if (!reason.after) return "is in the baseline and missing in the run";
  return fmt::format("has {:.0f} samples, and {:.0f} in the baseline", *reason.after, *reason.before);
}

std::string verdict_words(const Reason& reason) {
  if (reason.verdict_before == reason.verdict_after) return reason.verdict_after + " as before";
  std::string text = fmt::format("{}, and now {}", reason.verdict_before, reason.verdict_after);
  if (!reason.detail.empty()) text += fmt::format(" ({})", shown(reason.detail));
  return text;
}

}  // namespace

std::string name_of(const gate::Subject& subject) {
  if (!subject.metric.empty())
    return fmt::format("{} of {} ({})", subject.metric, printable(subject.model),
                       printable(subject.language));
  std::string name = subject.model + "/" + subject.problem + "/" + subject.language;
  if (!subject.sample.empty()) name += "/" + subject.sample;
  return shown(name);
}

std::string words_of(const Reason& reason, CostUnit unit) {
  switch (reason.kind) {
    case Kind::missing:
      return missing_words(reason);
    case Kind::not_measured:
      return fmt::format("could not be measured, by effk's fault: {}", shown(reason.detail));
    case Kind::is_new:
      return "is new: not judged";
    case Kind::verdict:
      return verdict_words(reason);
    case Kind::levels:
      return fmt::format("finished {:.0f} levels above 0, and now {:.0f} ({})", *reason.before, *reason.after,
                         verdict_words(reason));
    case Kind::budget:
      return fmt::format("{}, so near to the budget that the measurement's noise may have decided",
                         verdict_words(reason));
    case Kind::cost:
      return cost_words(reason, unit);
    case Kind::relative_cost:
      return relative_cost_words(reason);
    case Kind::cost_at_most:
      if (!reason.after)
        return fmt::format("may cost at most {}, and did not finish every level", exact(reason.limit));
      return fmt::format("costs {} {}, and may cost at most {}", exact(*reason.after), unit_name(unit),
                         exact(reason.limit));
    case Kind::score:
      return fmt::format("scores {:.4f}, before {:.4f}; tolerated {:g}", *reason.after, *reason.before,
                         reason.limit);
    case Kind::score_at_least:
      return fmt::format("scores {:.4f}, and must score at least {:g}", *reason.after, reason.limit);
    case Kind::metric:
      return fmt::format("{:.4f}, before {:.4f}; tolerated {:g}", *reason.after, *reason.before,
                         reason.limit);
    case Kind::metric_at_least:
      return fmt::format("{:.4f}, and must be at least {:g}", *reason.after, reason.limit);
  }
  return {};
}

std::string_view kind_word(Kind kind) {
  switch (kind) {
    case Kind::missing:
      return "missing";
    case Kind::not_measured:
      return "not_measured";
    case Kind::is_new:
      return "new";
    case Kind::verdict:
      return "verdict";
    case Kind::levels:
      return "levels";
    case Kind::budget:
      return "budget";
    case Kind::cost:
      return "cost";
    case Kind::relative_cost:
      return "relative_cost";
    case Kind::cost_at_most:
      return "cost_at_most";
    case Kind::score:
      return "score";
    case Kind::score_at_least:
      return "score_at_least";
    case Kind::metric:
      return "metric";
    case Kind::metric_at_least:
      break;
  }
  return "metric_at_least";
}

std::string metric_words(const Comparison& one) {
  return fmt::format("{:.4f}, before {:.4f}: difference {:+.4f}, 95% interval {:+.4f} to {:+.4f}, p {:.2g}",
                     *one.after, *one.before, *one.after - *one.before, one.interval.low, one.interval.high,
                     *one.p_value);
}

std::string why(const Comparison& one, CostUnit unit) {
  std::string text;
  for (const Reason& reason : one.reasons) {
    if (reason.outcome != one.outcome && &reason != &one.reasons.front()) continue;
    const bool is_change = reason.kind == Kind::metric;
    text += (text.empty() ? "" : "; ") + (is_change ? metric_words(one) : words_of(reason, unit));
  }
  if (one.confirmation == gate::Confirmation::confirmed) text += "; confirmed by a second measurement";
  if (one.confirmation == gate::Confirmation::vanished) text += "; vanished in a second measurement";
  if (one.allowed) text += "; " + printable(*one.allowed);
  return text;
}

std::string headline(const gate::RunComparison& comparison, const Sides& sides) {
  const gate::Counts counts = comparison.counts();
  std::string text = fmt::format("{} worse, {} better, {} with no difference resolved", counts.worse,
                                 counts.better, counts.unresolved);
  if (counts.allowed > 0) text += fmt::format(", {} worse and allowed", counts.allowed);
  if (counts.added > 0) text += fmt::format(", {} new", counts.added);
  if (!comparison.expired.empty()) text += fmt::format(", {} allowances expired", comparison.expired.size());
  if (!sides.decides) return text;
  return (comparison.passed() ? "PASSED: " : "FAILED: ") + text;
}

}  // namespace effk::report
