// harness/importers/suite_writer.h -- writes a suite folder (docs/suites.md) from plain structs: what
// harness/suite reads.
//
//   Errors   usage, if the folder is there and not empty; environment, if it cannot be written; internal, if
//   what
//            was given is no valid suite. After an error the folder is as it was before.
//   Threads  no shared state.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/suite/problem.h"
#include "harness/suite/suite.h"

namespace effk::importers {

struct ProblemFiles {
  // Everything but the paths, the digest and `languages`, which the files below decide. Each level has a size
  // for every language of its solutions.
  suite::Problem problem;
  std::string generator;                         // its source, in problem.generator_language
  std::map<std::string, std::string> solutions;  // "reference.py", "slow_quadratic.cpp": source
};

struct SuiteFiles {
  std::string name;
  suite::LoadPolicy load = suite::LoadPolicy::charged;
  std::uint64_t correctness_slack = 0;
  std::vector<ProblemFiles> problems;
};

// Writes `suite` beside `folder`, reads it back as a check, and renames it: nobody sees a half-written one.
Result<void> write_suite(const SuiteFiles& suite, const std::filesystem::path& folder);

}  // namespace effk::importers
