// harness/cli/scores_output.h -- the scores of a run on stdout, in the form that was asked for.
#pragma once

#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::cli {

void print_table(const record::RunRecord& run, const score::RunScores& scores);
void print_json(const record::RunRecord& run, const score::RunScores& scores);

// True on a terminal, unless NO_COLOR is set.
bool wants_color();

}  // namespace effk::cli
