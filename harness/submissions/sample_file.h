// harness/submissions/sample_file.h -- what the name of a file that is one sample says about it.
//
//   Errors   bad_input: an extension that no sample has.
//   Threads  no shared state.
#pragma once

#include <string>

#include "harness/submissions/format.h"

namespace effk::submissions {

// A sample without text, model and problem. `name` is the file's: "0.py", "answer.md".
Result<RawSample> sample_file(const std::string& name, const std::string& origin);

}  // namespace effk::submissions
