#include "harness/gate/metric_change.h"
#include "harness/gate/parts.h"
#include "metrics/holm.h"

namespace effk::gate {
namespace {

const score::ModelScores* find_model(const score::RunScores& scores, const score::ModelScores& like) {
  for (const score::ModelScores& one : scores.models) {
    if (one.model == like.model && one.language == like.language) return &one;
  }
  return nullptr;
}

// A metric of both runs, not decided yet: the tests of all of them are adjusted together.
struct Pending {
  Comparison comparison;
  MetricChange change;
  MetricLimit limit;
};

Pending pending(const score::ModelScores& model, const score::Metric& before, const score::Metric& after,
                const Limits& limits, std::uint64_t seed) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < before.values.size(); ++i)
    differences.push_back(after.values[i] - before.values[i]);
  const auto limit = limits.metrics.find(before.name);
  Pending one{{{model.model, model.language, "", "", before.name}},
              metric_change(differences, seed),
              limit == limits.metrics.end() ? default_metric_limit(before.name) : limit->second};
  one.comparison.before = before.value;
  one.comparison.after = after.value;
  one.comparison.interval = one.change.interval;
  one.comparison.judged = one.limit.judged;
  return one;
}

void conclude(Pending& one, double p_value, double significance) {
  Comparison& result = one.comparison;
  result.p_value = p_value;
  result.outcome = decide(one.change, p_value, one.limit, significance);
  Reason change{Reason::Kind::metric, result.outcome};
  change.before = result.before;
  change.after = result.after;
  change.limit = one.limit.drop;
  result.reasons.push_back(change);
  if (!one.limit.at_least) return;
  Reason bound{Reason::Kind::metric_at_least};
  bound.after = result.after;
  bound.limit = *one.limit.at_least;
  if (*result.after < bound.limit) bound.outcome = result.outcome = Outcome::worse;
  result.reasons.push_back(bound);
}

}  // namespace

std::vector<Comparison> compare_metrics(const score::RunScores& before, const score::RunScores& after,
                                        const Limits& limits, std::uint64_t seed) {
  std::vector<Pending> all;
  for (const score::ModelScores& model : before.models) {
    const score::ModelScores* const now = find_model(after, model);
    if (now == nullptr) continue;
    for (const score::Metric& metric : model.metrics) {
      const score::Metric* const same = score::find_metric(now->metrics, metric.name);
      if (same != nullptr) all.push_back(pending(model, metric, *same, limits, seed));
    }
  }
  std::vector<double> p_values;
  for (const Pending& one : all) {
    if (one.limit.judged) p_values.push_back(one.change.p_value);
  }
  const std::vector<double> adjusted = metrics::holm_adjusted(p_values);
  std::size_t next = 0;
  std::vector<Comparison> result;
  for (Pending& one : all) {
    conclude(one, one.limit.judged ? adjusted[next++] : one.change.p_value, limits.significance);
    result.push_back(std::move(one.comparison));
  }
  return result;
}

}  // namespace effk::gate
