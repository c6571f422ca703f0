// harness/store/run_jsonl.h -- a run as lines of JSON, for git, jq and other machines; docs/record-format.md
// says what is in them.
//
// Nothing is lost: a run that is written and read again gives the same lines. What has its usual value (no
// flags, no detail, no spread) is left out, so that lines are short and their differences can be read.
//
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::store {

// "format" of the first line.
inline constexpr const char* kJsonlFormat = "effk run";

struct JsonlOptions {
  bool code = true;  // of samples and references
  // What differs whenever something is measured again: CPU time, wall time, memory, events, and the totals of
  // censored cases, which say no more than when they were stopped.
  bool use = true;
};

// The lines in the order of record.h: the run, problems, references, rivals, samples, warnings.
std::string to_jsonl(record::RunRecord run, const JsonlOptions& options = {});

// Errors: bad_input, naming file (`name`) and line.
Result<record::RunRecord> from_jsonl(std::string_view text, const std::string& name);

}  // namespace effk::store
