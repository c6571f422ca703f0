// harness/report/peers.h -- the metrics of other benchmarks: `effk report RUN --metrics coffe,pie`.
//
// With each value its definition's id, what became of failures, and how many problems and samples it is made
// of; where the run lacks what a metric needs, "n/a: needs ...".
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/report/text_style.h"
#include "harness/score/peer_scores.h"

namespace effk::report {

// A table a benchmark, to stand below table(): at most 100 columns wide. Ends with a newline.
std::string peers_table(const std::vector<score::ModelPeers>& models, const TextStyle& style = {});

// One row a value, also where there is none:
//   model,language,benchmark,metric,value,low,high,unit,better,problems,of_problems,samples,of_samples,
//   definition,failures,not_available
// Dialect as csv.h.
std::string peers_csv(const std::vector<score::ModelPeers>& models);

}  // namespace effk::report
