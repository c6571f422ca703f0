// harness/counters/icount/limit.h -- the budget of instructions.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

constexpr int kLimitSignal = 14;  // SIGALRM: the program's own alarms are not real

// Ends the process if it is over its budget; else sets the timer for the next look.
void look_at_limit(Hidden& hidden);

}  // namespace effk::icount
