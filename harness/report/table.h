// harness/report/table.h -- the page that answers "which model is better, and is that certain?".
//
//   Scope    one row a (model, language), best eff@1 first; at most 100 columns wide, long names are cut.
//            If the metrics do not fit beside the names, pass@k gets a table of its own.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/record/record.h"
#include "harness/report/text_style.h"
#include "harness/score/run_scores.h"

namespace effk::report {

// `scores` are those of `run`. Ends with a newline.
std::string table(const record::RunRecord& run, const score::RunScores& scores, const TextStyle& style = {});

}  // namespace effk::report
