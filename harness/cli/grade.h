// harness/cli/grade.h -- how a check or a promise came out, as doctor and verify tell it.
#pragma once

#include <string>

#include "harness/report/text_style.h"

namespace effk::cli {

enum class Grade { pass, caution, fail };

// "PASS", "CAUTION", "FAIL".
const char* to_string(Grade grade);

// The word in a column of its own, 7 wide.
std::string grade_column(Grade grade, const report::TextStyle& style);

}  // namespace effk::cli
