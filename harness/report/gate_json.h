// harness/report/gate_json.h -- a gate's decision, or a comparison, for machines: `effk gate --json`.
//
// {"schema":1,"passed":bool (of a gate),"baseline","run","unit","exact":bool,"redrawn":bool,"significance",
//  "counts":{"better","worse","allowed","unresolved","new"},
//  "metrics":[{"model","language","metric","outcome","judged","fails","before","after","low","high","p",
//              "confirmation","allowed","reasons":[...]}],
//  "problems":[{"model","language","problem","outcome","better","worse","unresolved","before","after"}],
//  "samples":[{"model","problem","language","sample","outcome","judged","fails","verdict_before","verdict",
//              "score_before","score","cost_before","cost","same_code","confirmation","allowed",
//              "reasons":[{"kind","outcome","level","before","after","limit","noise","words"}]}],
//  "across":[...],"expired":[...],"unused":[...],"notes":[...]}
//
// Worst first. What there is no value for is null. Members may be added under schema 1; none changes its
// meaning. ASCII, as report/json.h.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/gate/comparison.h"
#include "harness/report/gate_words.h"

namespace effk::report {

// Ends with a newline.
std::string gate_json(const gate::RunComparison& comparison, const Sides& sides);

}  // namespace effk::report
