// harness/counters/icount/onlooker.h -- who reads the count when icount is used by itself.
#pragma once

#include "harness/counters/icount/command_line.h"

namespace effk::icount {

// Forks. The child returns with the descriptor of a memory file for its counts; the parent waits for it,
// prints the count, and ends as the child did.
int start_onlooker(const CommandLine& line);

}  // namespace effk::icount
