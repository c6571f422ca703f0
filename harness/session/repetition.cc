#include "harness/session/repetition.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "metrics/hodges_lehmann.h"

namespace effk::session {
namespace {

constexpr double kKillMargin = 1.5;
constexpr double kWorthTelling = 1.25;

bool is_time(CostUnit unit) {
  return unit == CostUnit::cpu_time_nanoseconds;
}

Cost rounded(double value) {
  return {static_cast<std::uint64_t>(std::llround(std::max(value, 0.0)))};
}

double ratio(Cost above, Cost below) {
  return static_cast<double>(above.value) / static_cast<double>(below.value);
}

// What `reading` of each of them comes to.
template <typename Reading>
Cost estimate_of(const std::vector<measure::Execution>& executions, Reading reading) {
  std::vector<Cost> readings;
  readings.reserve(executions.size());
  for (const measure::Execution& one : executions) readings.push_back(reading(one));
  return estimate(readings, CostUnit::cpu_time_nanoseconds);
}

}  // namespace

std::vector<Turn> turns(const counters::Traits& instrument, int level) {
  const auto repetitions = static_cast<std::size_t>(instrument.repetitions);
  if (!is_time(instrument.unit)) return std::vector<Turn>(repetitions, Turn::sample);
  if (level == 0) return {Turn::sample};
  std::vector<Turn> all;
  for (std::size_t i = 0; i < repetitions; ++i) all.insert(all.end(), {Turn::reference, Turn::sample});
  return all;
}

int standard_repetitions(const counters::Traits& instrument, int level) {
  return is_time(instrument.unit) && level == 0 ? 1 : instrument.repetitions;
}

Cost estimate(std::span<const Cost> readings, CostUnit unit) {
  if (!is_time(unit)) return *std::min_element(readings.begin(), readings.end());
  std::vector<double> times;
  times.reserve(readings.size());
  for (const Cost one : readings) times.push_back(static_cast<double>(one.value));
  return rounded(metrics::hodges_lehmann(times));
}

Cost spread(std::span<const Cost> readings) {
  const auto [least, most] = std::minmax_element(readings.begin(), readings.end());
  return *most - *least;
}

measure::Execution representative(std::vector<measure::Execution> executions, CostUnit unit) {
  if (!is_time(unit)) {
    return std::move(*std::min_element(executions.begin(), executions.end(),
                                       [](const auto& a, const auto& b) { return a.total < b.total; }));
  }
  const auto all_have = [&](auto place) {
    return std::all_of(executions.begin(), executions.end(), [&](const auto& one) { return one.*place; });
  };
  measure::Execution result = executions.front();
  result.total = estimate_of(executions, [](const auto& one) { return one.total; });
  if (!all_have(&measure::Execution::at_loaded)) return result;
  result.at_loaded = estimate_of(executions, [](const auto& one) { return *one.at_loaded; });
  if (!all_have(&measure::Execution::at_done)) return result;
  // The region is what is scored, so it is estimated as such and not from its ends.
  result.at_done = *result.at_loaded +
                   estimate_of(executions, [](const auto& one) { return *one.at_done - *one.at_loaded; });
  return result;
}

Cost Drift::undo(Cost reading) const {
  if (beside.value == 0 || standard.value == 0) return reading;
  return rounded(static_cast<double>(reading.value) * ratio(standard, beside));
}

bool Drift::is_large() const {
  if (beside.value == 0 || standard.value == 0) return false;
  return ratio(standard, beside) > kWorthTelling || ratio(beside, standard) > kWorthTelling;
}

Cost time_to_kill(Cost budget, const Drift& drift) {
  const bool known = drift.standard.value > 0 && drift.beside.value > 0;
  const double slower = known ? std::max(1.0, ratio(drift.beside, drift.standard)) : 1.0;
  return rounded(kKillMargin * slower * static_cast<double>(budget.value));
}

}  // namespace effk::session
