// harness/cli/prompt_text.h -- what a model is asked, and the text that a completion continues.
#pragma once

#include <string>

#include "harness/suite/problem.h"

namespace effk::cli {

// The problem's own prompt if it has one; else statement, the signature to write (of a program, what it reads
// and prints), and what the code may assume.
std::string prompt_text(const suite::Problem& problem, suite::Language language);

// The problem's own prompt if it has one; else the start of the code: a `completion` that does not define the
// entry point is put behind it. Empty for programs, which are whole.
std::string code_start(const suite::Problem& problem, suite::Language language);

}  // namespace effk::cli
