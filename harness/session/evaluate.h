// harness/session/evaluate.h -- one sample against its standard, case by case.
//
//   cost(sample, case) = max(floor(case), total - frame(case) - free_load)    free_load of a program: 0
//
// where the total comes of as many turns as the instrument wants: see repetition.h.
//
// The first failure ends it. A censored case at level > 0 ends it too: this and later levels score 0.
//
//   Errors   those of the machine and of the suite; whatever the sample does is in its record.
#pragma once

#include <optional>
#include <string>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/session/drivers.h"
#include "harness/session/standard.h"

namespace effk::session {

// `sample` comes with its names and code; verdict, detail, load, flags and cases are filled in.
Result<void> evaluate(record::SampleRecord& sample, const Standard& standard,
                      const toolchain::Toolchain& toolchain, Drivers& drivers);

// The same under another budget than the standard's.
Result<void> evaluate_within(Cost allowed, record::SampleRecord& sample, const Standard& standard,
                             const toolchain::Toolchain& toolchain, Drivers& drivers);

}  // namespace effk::session
