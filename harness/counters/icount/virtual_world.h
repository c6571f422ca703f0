// harness/counters/icount/virtual_world.h -- time and randomness that repeat.
//
// A processor of one instruction a nanosecond, started at a fixed moment; random numbers from a seed. On by
// option: a program that asks for neither is not affected.
//
//   Source   of the random numbers: splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

struct Moment {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
};

// What clock_gettime() tells; `wall` for clocks that know the date.
Moment virtual_time(const Hidden& hidden, bool wall);
// Of the clock that never goes back; the program's count and what it has waited.
std::uint64_t virtual_nanoseconds(const Hidden& hidden);
std::uint64_t virtual_cycles(const Hidden& hidden);
std::uint64_t next_random(Hidden& hidden);

}  // namespace effk::icount
