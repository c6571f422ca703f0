// harness/report/json.h -- the scores of a run for machines: `effk report RUN --json`.
//
// {"schema":1,"suite":...,"instrument":...,"cost":"instructions"|"time","unit":"instructions"|"ns",
//  "models":[{"model","language","problems":n,"missing":[...],"samples":n,
//             "metrics":{"eff@1":{"value","low","high"},...},
//             "complete":{"value","low","high"},
//             "groups":[{"kind":"challenge"|"tag","name","problems":n,"metrics":{...},"complete":{...}}],...}],
//  "definitions":[{"id","summary","source","failures"}],"environment":{...},"warnings":[...],...}
//
// With metrics of other benchmarks each model also has
//   "benchmarks":[{"name":"COFFE","notes":[...],
//                  "values":[{"metric","value","low","high","unit","better","problems","samples","definition",
//                             "not_available"}]}]
// where value, low and high are null if there is none, and not_available is null if there is a value.
//
// Members may be added under schema 1; none changes its meaning. A metric that a model has not enough samples
// for is absent. The text is ASCII: everything else is escaped, so that no name can command a terminal; bytes
// that are not UTF-8 become U+FFFD.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/score/peer_scores.h"
#include "harness/score/run_scores.h"

namespace effk::report {

// `scores` are those of `run`; `peers` too, one a model, or none. Ends with a newline.
std::string json(const record::RunRecord& run, const score::RunScores& scores,
                 const std::vector<score::ModelPeers>& peers = {});

}  // namespace effk::report
