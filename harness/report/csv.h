// harness/report/csv.h -- the table, and the samples, for spreadsheets: `effk report RUN --csv [--samples]`.
//
// RFC 4180: a line of headings, lines end with CR LF, a cell with a comma or a quote is quoted and its quotes
// are doubled. Text is made printable (printable.h), so no cell holds a line end or a control character.
// A text that a spreadsheet would take for a formula (it begins with = + - or @) gets an apostrophe in front:
// names come from strangers, and a formula can send a sheet's contents away. --json has the exact names.
//
//   Unit     costs in instructions, or, of a run by CPU time, in ns: then their columns are called cost_ns_N;
//   numbers with as many digits as bring the same double back. Errors   none. Threads  pure.
#pragma once

#include <string>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::report {

// model,language,problems,missing,samples,not_scored, then for each metric that any model has NAME,NAME_low,
// NAME_high; empty where a model has not enough samples.
std::string models_csv(const score::RunScores& scores);

// model,problem,sample,language,verdict,passed,score, then for each level N score_N,cost_N: the level's
// score and its dearest case; empty as the nulls of samples_json.h.
std::string samples_csv(const record::RunRecord& run, const score::RunScores& scores);

}  // namespace effk::report
