// harness/submissions/prompt_join.h -- puts a completion behind the prompt that it continues.
//
//   Errors   none: what does not fit becomes code that does not compile.
//   Threads  no shared state.
#pragma once

#include <string>
#include <string_view>

#include "harness/suite/problem.h"

namespace effk::submissions {

// `prompt` ends where a body is due: a Python def line (with or without docstring), a C++ declaration with or
// without its brace. A Python body whose indentation was lost, wholly or on its first line, is indented; a
// C++ body gets the braces it lacks at either end.
std::string join_prompt(std::string_view prompt, std::string_view completion, suite::Language language);

}  // namespace effk::submissions
