// harness/importers/coffe.h -- COFFE's problems as a suite.
//
// Its correctness tests are level 0, its stress inputs the one measured level, its best solution the
// reference. The outputs that COFFE gives for its tests are in the generator, whose check() holds the
// reference and every sample to them by COFFE's rule as far as it makes sense: lists and tuples are alike,
// floats to 1e-6; texts are exact for functions, words for programs. (COFFE ignores spaces, newlines and
// square brackets in texts.)
//
//   Errors   those of coffe_files.h; usage, if not one folder is given.
//   Threads  no shared state.
#pragma once

#include <filesystem>
#include <vector>

#include "harness/base/error.h"
#include "harness/importers/coffe_files.h"
#include "harness/importers/kinds.h"
#include "harness/importers/suite_writer.h"

namespace effk::importers {

Result<Import> read_coffe(const std::vector<std::filesystem::path>& folders);

ProblemFiles coffe_problem_files(const CoffeProblem& problem, CoffeFiles::Level level);

}  // namespace effk::importers
