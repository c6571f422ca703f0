#include "metrics/counted_mean.h"

#include <vector>

#include "metrics/means.h"

namespace effk::metrics {

CountedMean counted_mean(std::span<const std::optional<double>> values) {
  std::vector<double> known;
  for (const std::optional<double>& value : values) {
    if (value) known.push_back(*value);
  }
  CountedMean result{.counted = static_cast<std::int64_t>(known.size()),
                     .left_out = static_cast<std::int64_t>(values.size() - known.size())};
  if (!known.empty()) result.mean = mean("counted_mean", known);
  return result;
}

}  // namespace effk::metrics
