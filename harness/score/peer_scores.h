// harness/score/peer_scores.h -- the metrics of other benchmarks (metrics/peer_metrics.h), fed from the
// records of a run.
//
// The cost of a sample is the sum over its cases above level 0, as for efficient@k. A sample that ran over
// budget is right and of unknown cost: the larger the run's alpha, the fewer of these.
//
//   Unit     that of each metric.
//   Scope    the problems, samples, k, alpha and seed of `scores`.
//   Errors   usage for a family that there is not.
//   Threads  pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/score/run_scores.h"
#include "metrics/intervals.h"
#include "metrics/peer_metrics.h"

namespace effk::score {

// One metric of one (model, language).
struct PeerValue {
  const metrics::PeerMetric* metric = nullptr;  // into kPeerMetrics
  std::string name;                             // the metric's, with k put in: "efficient@5"
  std::optional<double> value = std::nullopt;
  std::optional<metrics::Interval> interval = std::nullopt;  // 95%, over problems; absent for a single one
  std::string lacks;                                         // why there is no value; completes "n/a: "
  std::size_t problems = 0;  // that went into the value, counting missing ones that it counts
  std::size_t samples = 0;   // that went into the value
};

struct PeerFamily {
  std::string name;  // "COFFE"
  std::vector<PeerValue> values;
  // What a reader must know beside the definitions: problems without data, samples of unknown cost.
  std::vector<std::string> notes;
};

struct ModelPeers {
  std::string model;
  std::string language;
  std::size_t problems = 0;  // selected
  std::size_t samples = 0;   // scored
  std::vector<PeerFamily> families;
};

// What `--metrics` takes: "coffe", "evalperf", ..., without "all".
std::vector<std::string> peer_family_words();

// The words, each once, "all" replaced by all of them; an unknown one is an Error that suggests another.
Result<std::vector<std::string>> choose_peer_families(const std::vector<std::string>& words);

// What of a suite's other solutions these families need; `words` as choose_peer_families() returns them.
bool need(const std::vector<std::string>& words, metrics::Need what);

// `scores` are those of `run`; models in their order. `words` as choose_peer_families() returns them.
std::vector<ModelPeers> score_peers(const record::RunRecord& run, const RunScores& scores,
                                    const std::vector<std::string>& words);

}  // namespace effk::score
