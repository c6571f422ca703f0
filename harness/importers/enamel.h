// harness/importers/enamel.h -- ENAMEL's problem file (CSV: task_id, prompt, input_generator, input_levels,
// reference_solution, checker, entry_point) into a suite.
//
// What becomes of it: problem HumanEval/N gets the id HumanEval_N and answers to "HumanEval/N" and to "N";
// its four input levels have weights 0, 3, 3, 4 and 8, 4, 4, 4 cases; its generator runs behind the prompt
// with the random numbers that ENAMEL's seeds give (for another --seed than 1: others); its checker is kept
// word for word. Problems outside ENAMEL's default subset are there, and not selected.
//
//   Errors   bad_input, naming file and line of the row; usage, for any number of files but one.
//   Threads  no shared state.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/importers/kinds.h"

namespace effk::importers {

Result<Import> read_enamel(const std::vector<std::filesystem::path>& files);

// The same of a text; `name` is how messages call it.
Result<Import> parse_enamel(std::string_view name, std::string_view text);

}  // namespace effk::importers
