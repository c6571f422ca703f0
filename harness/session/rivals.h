// harness/session/rivals.h -- what the suite's other solutions cost: its slow_* ones are the ladder of
// EvalPerf and Mercury, its baseline is the old program of PIE.
//
// Measured as samples are, case by case and judged, but under a budget that is wide enough to know their
// whole cost. Costs time, so a run does it only when it is asked to.
//
//   Errors   those of the machine; that a rival is wrong or too dear is in its record.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/session/drivers.h"
#include "harness/session/standard.h"

namespace effk::session {

struct RivalChoice {
  bool slow = false;
  bool baseline = false;
  // Budget, as a multiple of the reference's dearest case. A quadratic rival of a problem with 100,000 items
  // would run for hours without one.
  double alpha = 100;

  bool wants(const suite::SolutionFile& file) const {
    return (slow && file.is_slow()) || (baseline && file.is_baseline());
  }
};

// "cpp/slow_quadratic" of each solution of the problem that can be a rival, chosen or not.
Result<std::vector<std::string>> rival_names(const suite::Problem& problem);

Result<record::RivalRecord> measure_rival(const suite::SolutionFile& file, double alpha,
                                          const Standard& standard, const toolchain::Toolchain& toolchain,
                                          Drivers& drivers);

}  // namespace effk::session
