// metrics/peer_metrics.h -- the metrics of published benchmarks, as a table: what each is called, what it
// needs, and how to read it.
//
// For whoever prints them: a metric whose need a suite cannot meet is printed as "n/a: needs " and
// what_is_needed(), and each that is printed goes with its definition's id and its failures.
//
//   Errors   none.
//   Threads  constants.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "metrics/definition.h"

namespace effk::metrics {

// Beyond the samples' verdicts and costs.
enum class Need {
  kReference,       // what the reference cost on the same cases
  kLadder,          // several right solutions of different cost
  kOldProgram,      // the program that the samples were asked to improve, and its cost
  kPeakMemory,      // of the samples and of the reference
  kMemoryOverTime,  // a trace of both, for its integral
  kPublicTests,     // which samples pass the tests that the statement shows
};

// Completes "n/a: needs ".
constexpr std::string_view what_is_needed(Need need) {
  switch (need) {
    case Need::kReference:
      return "the cost of a reference solution";
    case Need::kLadder:
      return "two or more right solutions of different cost for each problem";
    case Need::kOldProgram:
      return "the old program of each problem and its cost";
    case Need::kPeakMemory:
      return "the peak memory of samples and references";
    case Need::kMemoryOverTime:
      return "the memory of samples and references over time";
    case Need::kPublicTests:
      return "cases of level 0, which stand for public tests";
  }
  return "";
}

enum class Better { kHigher, kLower };

struct PeerMetric {
  std::string_view family;  // the benchmark it comes from
  std::string_view name;    // as that benchmark prints it
  Definition definition;
  Need need;
  Better better;
  std::string_view unit;
  std::string_view header;  // where the formula is
  // What a problem without samples counts in the suite's mean; std::nullopt: it is left out (counted_mean.h).
  std::optional<double> missing;
};

// In the order in which they are printed, family by family.
inline constexpr std::array kPeerMetrics{
    PeerMetric{"COFFE", "pass@k", kPassAtK, Need::kReference, Better::kHigher, "probability", "pass_at_k.h",
               0.0},
    PeerMetric{"COFFE", "efficient@k", kEfficientAtK, Need::kReference, Better::kHigher, "probability",
               "efficient_at_k.h", 0.0},
    PeerMetric{"COFFE", "speedup", kCoffeSpeedup, Need::kReference, Better::kHigher, "ratio", "cost_ratios.h",
               std::nullopt},
    PeerMetric{"EvalPerf", "DPS", kDps, Need::kLadder, Better::kHigher, "percent", "ladder_score.h",
               std::nullopt},
    PeerMetric{"EvalPerf", "DPS_norm", kDpsNorm, Need::kLadder, Better::kHigher, "percent", "ladder_score.h",
               std::nullopt},
    PeerMetric{"Mercury", "Beyond", kBeyond, Need::kLadder, Better::kHigher, "share", "beyond.h", 0.0},
    PeerMetric{"Mercury", "Beyond@k, first k", kBeyondFirstK, Need::kLadder, Better::kHigher, "share",
               "beyond.h", 0.0},
    PeerMetric{"EffiBench", "NET, mean of ratios", kNormalizedMean, Need::kReference, Better::kLower, "ratio",
               "cost_ratios.h", std::nullopt},
    PeerMetric{"EffiBench", "NET, ratio of sums", kNormalizedSum, Need::kReference, Better::kLower, "ratio",
               "cost_ratios.h", std::nullopt},
    PeerMetric{"EffiBench", "NMU, mean of ratios", kNormalizedMean, Need::kPeakMemory, Better::kLower,
               "ratio", "cost_ratios.h", std::nullopt},
    PeerMetric{"EffiBench", "NMU, ratio of sums", kNormalizedSum, Need::kPeakMemory, Better::kLower, "ratio",
               "cost_ratios.h", std::nullopt},
    PeerMetric{"EffiBench", "NTMU, mean of ratios", kNormalizedMean, Need::kMemoryOverTime, Better::kLower,
               "ratio", "cost_ratios.h", std::nullopt},
    PeerMetric{"EffiBench", "NTMU, ratio of sums", kNormalizedSum, Need::kMemoryOverTime, Better::kLower,
               "ratio", "cost_ratios.h", std::nullopt},
    PeerMetric{"PIE", "%Opt, best of k", kPieOptimized, Need::kOldProgram, Better::kHigher, "probability",
               "improvement.h", 0.0},
    PeerMetric{"PIE", "Speedup, best of k", kPieSpeedup, Need::kOldProgram, Better::kHigher, "ratio",
               "improvement.h", 1.0},
    PeerMetric{"PIE", "%Correct, best of k", kPieCorrect, Need::kOldProgram, Better::kHigher, "probability",
               "improvement.h", 0.0},
    PeerMetric{"PIE", "%Opt, Best@k of the first k", kPieOptimizedFirstK, Need::kOldProgram, Better::kHigher,
               "probability", "improvement.h", 0.0},
    PeerMetric{"PIE", "Speedup, Best@k of the first k", kPieSpeedupFirstK, Need::kOldProgram, Better::kHigher,
               "ratio", "improvement.h", 1.0},
    PeerMetric{"PIE", "%Correct, Best@k of the first k", kPieCorrectFirstK, Need::kOldProgram,
               Better::kHigher, "probability", "improvement.h", 0.0},
    PeerMetric{"AlphaCode", "n@k", kNAtK, Need::kPublicTests, Better::kHigher, "probability", "n_at_k.h",
               0.0},
};

}  // namespace effk::metrics
