// harness/counters/time_instrument.h -- the CPU time of a child, for `--cost time`. No `auto` takes it.
//
// Drivers run natively. While the child waits at a mark its CPU clock is read from outside, where the child
// cannot reach it, in nanoseconds; once it is reaped, what the kernel charged it with is known to 2
// microseconds (wait4 cuts user and system time off at whole ones; their sum is exact).
//
//   Unit     nanoseconds of CPU time, user and system together.
#pragma once

#include <memory>

#include "harness/counters/instrument.h"

namespace effk::counters {

// How often ENAMEL measures a case above level 0.
inline constexpr int kTimeRepetitions = 6;

// Each case above level 0 is to be measured `repetitions` times, at least once. Errors: environment, if this
// kernel has no CPU clock that is fine enough.
Result<std::unique_ptr<Instrument>> make_time_instrument(int repetitions = kTimeRepetitions);

}  // namespace effk::counters
