// harness/report/details.h -- problem by problem: who solved it, how well, and what became of each sample.
//
//   Scope    for each problem a row a (model, language), in the order of the table; below it, if wanted, a
//            line a sample.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/record/record.h"
#include "harness/report/text_style.h"
#include "harness/score/run_scores.h"

namespace effk::report {

struct DetailOptions {
  TextStyle style = {};
  bool every_sample = true;
};

// `scores` are those of `run`. Ends with a newline.
std::string details(const record::RunRecord& run, const score::RunScores& scores,
                    const DetailOptions& options = {});

}  // namespace effk::report
