// harness/cli/option_checks.h -- what the value of an option may be. CLI11's own checks print doubles in full
// and say neither what was wanted nor, for words, which was meant. Internal to the module: the header is slow
// to compile.
//
//   Threads  pure functions.
#pragma once

#include <CLI/CLI.hpp>
#include <cmath>
#include <string>
#include <vector>

namespace effk::cli {

CLI::Validator number_from(double low, double high);
CLI::Validator whole_number_from(double low, double high = HUGE_VAL);
// Suggests the nearest word for another one.
CLI::Validator one_of(std::vector<std::string> words);

}  // namespace effk::cli
