// harness/cli/command_line/shared_options.h -- options that several commands share: the same words, the same
// help, the same checks.
//
//   Threads  pure functions; what they are given must outlive the option.
#pragma once

#include "harness/cli/command_line/option.h"

namespace effk::cli {

// Which part of a suite.
Option suite_option(std::string& suite);
inline constexpr const char* kSelectedProblems = "those that the suite selects";
Option problems_option(std::vector<std::string>& problems, const std::string& otherwise = kSelectedProblems);
Option language_option(std::string& language, const std::string& help, const std::string& otherwise);

// How it is measured.
Option instrument_option(std::string& instrument);
Option jobs_option(int& jobs);  // sets `jobs` to the default of this machine
Option seed_option(std::uint64_t& seed, const std::string& help);

// How it is scored.
Option k_option(std::vector<int>& k);
Option alpha_option(Target alpha, const std::string& help, const std::string& otherwise);
Option weights_option(std::vector<double>& weights);
Option metrics_option(std::vector<std::string>& metrics, const std::string& also);

// How the result is printed.
Option flag(const std::string& names, bool& to, const std::string& help);

}  // namespace effk::cli
