// tests/counters/icount/places_under_icount.h -- at which addresses icount puts what a program has in memory.
#pragma once

#include <string>
#include <vector>

#include "tests/counters/stepped_program.h"

namespace effk::counters {

// Runs `command`, an `icount` without a supervisor, and watches its system calls. What its forked children
// map is not among them.
Places places_under_icount(const std::string& icount, const std::vector<std::string>& options,
                           const std::vector<std::string>& command,
                           const std::vector<std::string>& environment);

}  // namespace effk::counters
