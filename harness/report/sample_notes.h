// harness/report/sample_notes.h -- what the harness noticed about a sample beside its verdict. Internal to
// the module.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/score/sample_score.h"

namespace effk::report {

// The sample's own flags, then those of the cases that count, with the case and the flag's meaning;
// printable.
std::vector<std::string> sample_notes(const record::SampleRecord& sample, const score::SampleScore& score);

// "failed, score 0", "passed, stopped by time_limit, score 0.3000"
std::string outcome(const score::SampleScore& score);

}  // namespace effk::report
