// harness/report/benchmark_json.h -- the costs of a run in the formats of benchmark trackers.
//
// Google Benchmark: one row a sample that finished every level, named MODEL/PROBLEM/LANGUAGE/SAMPLE. Its
// readers know times only, so real_time and cpu_time are the cost of all cases above level 0, and an
// instruction stands as a nanosecond; the counter "instructions" says so, and "wall_us", "cpu_us" and the
// events that the run was asked for are what was measured beside it, over all cases. compare.py pairs rows by
// name and reads every row, so samples without a whole cost have none.
//
// github-action-benchmark: an array of {name, unit, value, range, extra}. A file has one direction, so costs
// (customSmallerIsBetter) and metrics (customBiggerIsBetter) are two.
//
//   Source   google/benchmark:src/json_reporter.cc and tools/gbench/report.py;
//            benchmark-action/github-action-benchmark:src/extract.ts.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/record/record.h"
#include "harness/score/run_scores.h"

namespace effk::report {

// `scores` are those of `run`, everywhere.
std::string google_benchmark(const record::RunRecord& run, const score::RunScores& scores);
std::string action_benchmark_costs(const record::RunRecord& run, const score::RunScores& scores);
std::string action_benchmark_scores(const score::RunScores& scores);

}  // namespace effk::report
