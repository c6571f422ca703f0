// harness/cli/scores_output.h -- the scores of a run on stdout, in the form that was asked for.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::cli {

// `metrics` are words that choose_peer_families() returned; none: the suite's own metrics alone.
void print_table(const record::RunRecord& run, const score::RunScores& scores,
                 const std::vector<std::string>& metrics);
void print_json(const record::RunRecord& run, const score::RunScores& scores,
                const std::vector<std::string>& metrics);

}  // namespace effk::cli
