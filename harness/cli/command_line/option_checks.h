// harness/cli/command_line/option_checks.h -- what the value of an option may be. The parser's own checks say
// neither what was wanted nor, for words, which was meant.
//
//   Threads  pure functions.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "harness/cli/command_line/option.h"

namespace effk::cli {

Check number_from(double low, double high);
Check whole_number_from(double low, double high = HUGE_VAL);
// Suggests the nearest word for another one.
Check one_of(std::vector<std::string> words);

}  // namespace effk::cli
