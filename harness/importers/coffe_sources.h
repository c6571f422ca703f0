// harness/importers/coffe_sources.h -- the Python sources of a problem that came from COFFE.
//
//   Threads  pure functions.
#pragma once

#include <string>

#include "harness/importers/coffe_files.h"

namespace effk::importers {

// generators/<id>.py: generate() and check().
std::string coffe_generator(const CoffeProblem& problem, CoffeFiles::Level level);

// references/<id>/reference.py: the best solution, under the entry point's name.
std::string coffe_reference(const CoffeProblem& problem, CoffeFiles::Level level);

}  // namespace effk::importers
