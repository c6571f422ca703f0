// harness/session/reference_run.h -- one run of a reference: as often as the instrument wants, with generous
// clocks, and with a reason instead of a verdict where it does not do what is promised of it.
//
//   Errors   environment and internal; what the reference did is a Broken.
//   Threads  as Drivers: one object a worker.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "harness/base/error.h"
#include "harness/measure/execution.h"
#include "harness/session/drivers.h"
#include "harness/suite/problem.h"
#include "harness/toolchain/toolchain.h"

namespace effk::session {

// A reference is not raced: these only keep a broken one from running for ever.
struct ReferenceClocks {
  std::chrono::seconds cpu{600};
  std::chrono::milliseconds wall{1'800'000};
};

struct ReferenceRun {
  measure::Execution execution;  // that stands for all: see representative()
  std::string output;            // in binary form, as the signature's result type
};

// Why a reference breaks its promise, for a person.
struct Broken {
  std::string why;
};

// Runs it so often; see representative(). Ends early with an execution that did not end well.
Result<measure::Execution> repeated_execution(const measure::Job& job, int repetitions, Drivers& drivers);

// Loads a function without a call. `arguments` are those of any case.
Result<tl::expected<measure::Execution, Broken>> load_reference(const toolchain::Program& program,
                                                                std::string_view arguments, Drivers& drivers);

// On a case of `level`, which decides how often it is run.
Result<tl::expected<ReferenceRun, Broken>> run_reference(const suite::Problem& problem,
                                                         const toolchain::Program& program,
                                                         std::string_view arguments, int level,
                                                         Drivers& drivers,
                                                         const ReferenceClocks& clocks = {});

}  // namespace effk::session
