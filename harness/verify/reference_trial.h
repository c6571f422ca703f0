// harness/verify/reference_trial.h -- tries every case of a problem on its reference and says of each on
// which it fails why, where Standard::measure() stops at the first: for suites that nobody has proved yet.
//
//   Errors   those of the machine; what is wrong with the problem is in the trial.
//   Threads  as verify_problem().
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/session/bench.h"
#include "harness/suite/suite.h"

namespace effk::verify {

struct FaultyCase {
  int level = 0;
  int number = 0;
  std::string reason;
};

struct ReferenceTrial {
  std::string fault;               // of the generator or reference as a whole; then no case was tried
  std::vector<FaultyCase> faulty;  // sorted by level and number
};

// A case is good if the generator makes it, of the signature's types, if the reference solves it within its
// limits and 100 s of CPU time, if it gives the same answer when run again, and if the problem's checker
// accepts that. On a deterministic instrument the second run is left out: time and random numbers come from
// the case there.
Result<ReferenceTrial> try_reference(const suite::Problem& problem, suite::Language language,
                                     const session::Bench& bench, session::Drivers& drivers);

}  // namespace effk::verify
