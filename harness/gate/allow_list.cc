#include "harness/gate/allow_list.h"

#include <fmt/format.h>

#include "harness/gate/parts.h"

namespace effk::gate {
namespace {

bool covers(const Allowance& entry, const Subject& subject) {
  if (!fits(entry.pattern.model, subject.model) || !fits(entry.pattern.language, subject.language))
    return false;
  if (entry.metric) return !subject.metric.empty() && fits(*entry.metric, subject.metric);
  return subject.metric.empty() && fits(entry.pattern.problem, subject.problem) &&
         fits(entry.pattern.sample, subject.sample);
}

// True if it was needed.
bool apply(const Allowance& entry, std::vector<Comparison>& comparisons) {
  bool needed = false;
  for (Comparison& one : comparisons) {
    if (!one.fails() || !covers(entry, one.subject)) continue;
    one.allowed = fmt::format("allowed until {}: {}", to_string(entry.expires), entry.reason);
    needed = true;
  }
  return needed;
}

}  // namespace

void apply_allow_list(RunComparison& comparison, const std::vector<Allowance>& allow, Date today) {
  for (const Allowance& entry : allow) {
    if (today > entry.expires) {
      comparison.expired.push_back(fmt::format("the allowance for {} expired on {} ({})", entry.words(),
                                               to_string(entry.expires), entry.reason));
      continue;
    }
    const bool by_sample = apply(entry, comparison.samples);
    const bool by_metric = apply(entry, comparison.metrics);
    if (!by_sample && !by_metric) {
      comparison.unused.push_back(fmt::format("the allowance for {} until {} is not needed ({})",
                                              entry.words(), to_string(entry.expires), entry.reason));
    }
  }
  sort_worst_first(comparison);
}

}  // namespace effk::gate
