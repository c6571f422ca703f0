// harness/counters/self_test.h -- shows that an instrument counts what is known.
//
// `doctor` prints it: "counts 2,000,000 for 2,000,000".
#pragma once

#include <cstdint>

#include "harness/base/units.h"
#include "harness/counters/instrument.h"

namespace effk::counters {

struct SelfTest {
  Instructions known;    // of the additional iterations
  Instructions counted;  // a child that runs a loop 2N times, less one that runs it N times
};

// Starts a tiny driver (effk-count-loop) under the instrument and counts two of its children. What both have
// in common, from mark 0 to their end, falls out of the difference.
Result<SelfTest> run_self_test(const Instrument& instrument, const InstallLayout& layout,
                               std::uint64_t iterations = 1'000'000);

}  // namespace effk::counters
