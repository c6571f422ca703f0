// harness/suite/problem_reader.h -- problems/<id>/problem.json and its neighbours, into a Problem.
#pragma once

#include <filesystem>
#include <string>

#include "harness/base/error.h"
#include "harness/suite/problem.h"

namespace effk::suite {

// `root` is the suite's folder. Errors: bad_input, with file and JSON pointer.
Result<Problem> read_problem(const std::filesystem::path& root, const std::string& id);

}  // namespace effk::suite
