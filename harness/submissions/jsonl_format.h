// harness/submissions/jsonl_format.h -- reads samples that are lines of JSON.
//
//   {"task_id": PROBLEM, "solution": TEXT or "completion": TEXT, "model": NAME, "language": WORD}
//
// `model` and `language` may be missing; `solution` wins over `completion`; other members are not looked at.
//
//   Errors   bad_input, with file and line.
//   Threads  no shared state.
#pragma once

#include <string>
#include <string_view>

#include "harness/submissions/format.h"

namespace effk::submissions {

// `origin` is how messages call the file, `model` the name for lines without one.
Result<RawSamples> parse_jsonl(std::string_view bytes, const std::string& origin, const std::string& model,
                               ReadingLimits* limits);

}  // namespace effk::submissions
