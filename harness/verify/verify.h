// harness/verify/verify.h -- proves the promises of a problem; design 3.3 and 5.
//
//   Errors   those of the machine, and of files that cannot be read; a promise that is broken is a Promise.
//   Threads  verify_problem() may be called by several threads, each with drivers of its own.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/session/bench.h"
#include "harness/suite/suite.h"

namespace effk::verify {

struct Promise {
  std::string problem;
  std::string name;  // "the reference in cpp scores 1 as a sample"
  bool kept = false;
  bool optional = false;  // a warning if it is not kept: sizes and rivals of a suite whose load is free
  std::string found;      // what was measured, or why it is broken
};

// In the order in which they were asked. A promise that cannot be asked because an earlier one is broken is
// left out.
Result<std::vector<Promise>> verify_problem(const suite::Suite& suite, const suite::Problem& problem,
                                            const std::vector<suite::Language>& languages,
                                            const session::Bench& bench, session::Drivers& drivers);

}  // namespace effk::verify
