// What the metrics cost: best_at_k() for few, many and a million samples; the interval of a usual suite.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "metrics/best_at_k.h"
#include "metrics/intervals.h"
#include "metrics/paired_test.h"

namespace effk::metrics {
namespace {

constexpr std::size_t kProblems = 164;  // as in HumanEval

// Scores as models get them: a third wrong, the rest spread up to 1.2.
std::vector<double> some_scores(std::size_t n) {
  std::mt19937_64 random(1);
  std::vector<double> scores(n, 0);
  for (double& score : scores) {
    if (random() % 3 != 0) score = static_cast<double>(random() >> 11) * 0x1p-53 * 1.2;
  }
  return scores;
}

void best_of_samples(benchmark::State& state) {
  const std::vector<double> scores = some_scores(static_cast<std::size_t>(state.range(0)));
  for (auto step : state) benchmark::DoNotOptimize(best_at_k(scores, state.range(1)));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(best_of_samples)
    ->ArgNames({"n", "k"})
    ->Args({10, 1})
    ->Args({10, 5})
    ->Args({1000, 1})
    ->Args({1000, 10})
    ->Args({1000, 500})
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 10})
    ->Args({1'000'000, 500'000})
    ->Unit(benchmark::kMicrosecond);

void interval_of_a_suite(benchmark::State& state) {
  const std::vector<double> values = some_scores(kProblems);
  for (auto step : state) benchmark::DoNotOptimize(bootstrap_interval(values));
}
BENCHMARK(interval_of_a_suite)->Unit(benchmark::kMillisecond);

void paired_test_of_a_suite(benchmark::State& state) {
  std::vector<double> differences = some_scores(kProblems);
  for (double& difference : differences) difference -= 0.4;
  for (auto step : state) benchmark::DoNotOptimize(sign_flip_test(differences));
}
BENCHMARK(paired_test_of_a_suite)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace effk::metrics

BENCHMARK_MAIN();
