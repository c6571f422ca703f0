// harness/report/samples_json.h -- every sample as one JSON object a line: `effk report RUN --samples`.
//
// {"model","problem","sample","language","verdict","passed","score","levels":[...],"costs":[[...],...]}
//
// Of a run by CPU time each line also has "cost":"time","unit":"ns".
//
// Sorted by model, problem, language, sample ("2" before "10"). `levels` and `costs` have an entry a level,
// level 0 first. A level's score is null at weight 0; all others of a failed sample are 0. A cost is null if
// the case was censored, ended without an answer (killed, exception), or was not run. Everything is as if the
// run had been measured under the alpha it is scored with. Times, memory and the environment are left out, so
// that two runs on a deterministic instrument can be compared with cmp.
//
//   Unit     costs in the run's unit.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::report {

// `scores` are those of `run`. Empty without samples; else ends with a newline. ASCII, as json.h.
std::string samples_json(const record::RunRecord& run, const score::RunScores& scores);

}  // namespace effk::report
