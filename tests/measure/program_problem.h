// tests/measure/program_problem.h -- a problem of kind program, for tests of how programs are run.
#pragma once

#include "harness/suite/problem.h"

namespace effk::measure {

inline suite::Problem program_problem() {
  suite::Problem problem;
  problem.id = "test";
  problem.kind = suite::Kind::program;
  problem.signature = suite::program_signature();
  return problem;
}

}  // namespace effk::measure
