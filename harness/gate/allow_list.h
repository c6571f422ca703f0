// harness/gate/allow_list.h -- lets pass what somebody has allowed to be worse, with a reason and until a
// day.
//
//   Threads  pure: the day is an argument.
#pragma once

#include <vector>

#include "harness/gate/comparison.h"
#include "harness/gate/limits.h"

namespace effk::gate {

// Fills in Comparison::allowed, RunComparison::expired and ::unused. An entry holds through the day that it
// names. Past that it allows nothing and fails by itself, whether anything needed it or not: so it is taken
// out or renewed, and not forgotten.
void apply_allow_list(RunComparison& comparison, const std::vector<Allowance>& allow, Date today);

}  // namespace effk::gate
