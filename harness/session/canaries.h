// harness/session/canaries.h -- proof, before anything is scored, that this machine tells right from wrong.
//
// On one problem of each language and kind: the reference as an ordinary sample must pass and score 1 (by
// time it must pass: its score is what the machine's noise makes of it), a known-wrong solution and an empty
// one must be rejected.
#pragma once

#include <memory>
#include <vector>

#include "harness/base/error.h"
#include "harness/session/bench.h"
#include "harness/session/standard.h"

namespace effk::session {

// Errors: environment (exit 4), naming the canary that failed.
Result<void> ask_canaries(const Bench& bench, const std::vector<std::shared_ptr<const Standard>>& standards,
                          std::vector<Drivers>& drivers);

// How far from the reference's cost an instrument may see the same code again, as a share of it. Infinity for
// time.
double repeat_tolerance(const counters::Instrument& instrument);

// `tolerance`: as repeat_tolerance() has it. Why `sample`, which is the reference evaluated as an ordinary
// sample, does not score 1; empty if it does.
std::string reference_fault(const record::SampleRecord& sample, const Standard& standard, double tolerance);

}  // namespace effk::session
