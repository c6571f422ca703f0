// harness/cli/suite_choice.h -- which suite a command works on.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/suite/suite.h"

namespace effk::cli {

// `asked` (--suite), else EFFK_SUITE, else the current folder if it is a suite, else the installed one.
Result<suite::Suite> open_suite(const std::string& asked);

// The ids that were named, checked; the word `all` names every problem. If none were named, those that the
// suite selects by itself. Sorted, without repetition.
Result<std::vector<std::string>> select_problems(const suite::Suite& suite,
                                                 const std::vector<std::string>& named);

}  // namespace effk::cli
