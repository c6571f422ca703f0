// harness/submissions/intake_summary.h -- in words, what was found in each argument and what was left out.
//
// Nothing that was handed in vanishes: found = matched + skipped, and every skip is in one of the groups.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <string>
#include <vector>

#include "harness/submissions/intake.h"

namespace effk::submissions {

// "gpt.json (enamel): 164 samples of 164 problems; 142 matched (2 without code), 22 skipped"
std::string source_line(const Source& source);

// One line for each reason why samples of `source` were skipped, the most frequent first:
// "22 skipped: the suite has no problem with this number (2, 23, 41 and 19 more)"
std::vector<std::string> skip_lines(const Source& source);

}  // namespace effk::submissions
