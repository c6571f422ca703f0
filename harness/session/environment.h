// harness/session/environment.h -- what a run's numbers were made with; design 3.8.
#pragma once

#include "harness/record/record.h"
#include "harness/session/bench.h"
#include "harness/suite/suite.h"

namespace effk::session {

record::Environment describe(const suite::Suite& suite, const Bench& bench);

}  // namespace effk::session
