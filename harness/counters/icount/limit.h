// harness/counters/icount/limit.h -- the budget of instructions.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

constexpr int kLimitSignal = 64;  // no program's

// A timer for this process; the kernel gives none to a forked one.
void make_limit_timer(Hidden& hidden);

// Ends the process if it is over its budget; else sets the timer for the next look.
void look_at_limit(Hidden& hidden);

}  // namespace effk::icount
