// harness/report/gate_table.h -- a gate's decision, or a comparison, for people: worst first.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/gate/comparison.h"
#include "harness/report/gate_words.h"
#include "harness/report/text_style.h"

namespace effk::report {

struct GateTableOptions {
  TextStyle style = {};
  bool details = false;  // every metric, problem and sample; else what is worse or better, as far as it fits
};

std::string gate_table(const gate::RunComparison& comparison, const Sides& sides,
                       const GateTableOptions& options);

}  // namespace effk::report
