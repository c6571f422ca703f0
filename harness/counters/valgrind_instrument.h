// harness/counters/valgrind_instrument.h -- counts with our valgrind tool; see valgrind_tool/README.md.
#pragma once

#include <memory>

#include "harness/counters/instrument.h"

namespace effk::counters {

// Errors: environment, if the tool or valgrind's own files are missing, or the tool counts a loop of known
// length wrongly.
Result<std::unique_ptr<Instrument>> make_valgrind_instrument(const InstallLayout& layout);

}  // namespace effk::counters
