#include "harness/gate/metric_change.h"

#include <cmath>
#include <numeric>

#include "metrics/paired_test.h"

namespace effk::gate {

MetricChange metric_change(std::span<const double> differences, std::uint64_t seed) {
  MetricChange change;
  change.mean =
      std::accumulate(differences.begin(), differences.end(), 0.0) / static_cast<double>(differences.size());
  change.interval = metrics::bootstrap_interval(differences, {.seed = seed});
  change.p_value = metrics::sign_flip_test(differences, {.seed = seed}).p_value;
  return change;
}

Outcome decide(const MetricChange& change, double adjusted_p, const MetricLimit& limit, double significance) {
  if (limit.by == DecideBy::test && adjusted_p > significance) return Outcome::unresolved;
  if (std::fabs(change.mean) <= limit.drop) return Outcome::unresolved;
  return change.mean < 0 ? Outcome::worse : Outcome::better;
}

}  // namespace effk::gate
