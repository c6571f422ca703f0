// harness/report/page.h -- what every page for people begins and ends with. Internal to the module.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/report/text_style.h"
#include "harness/score/run_scores.h"

namespace effk::report {

// The environment's value, made printable; `otherwise` if there is none.
std::string fact(const record::RunRecord& run, const std::string& key, const char* otherwise = "unknown");

// Suite, instrument, environment and how it was scored; says first if the run is not complete.
std::string page_head(const record::RunRecord& run, const score::RunScores& scores, const TextStyle& style);

// Wrong samples alarm; those that passed and were stopped by a limit ask for caution.
Tone tone_of(const score::SampleScore& score);

// Warnings of scoring, then the run's own.
std::vector<std::string> all_warnings(const record::RunRecord& run, const score::RunScores& scores);

// all_warnings() as lines; empty if there are none. Many are cut short.
std::string warning_lines(const record::RunRecord& run, const score::RunScores& scores,
                          const TextStyle& style);

}  // namespace effk::report
