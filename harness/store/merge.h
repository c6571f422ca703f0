// harness/store/merge.h -- joins runs of the same conditions into one: shards of a run, models measured on
// several machines.
//
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::store {

struct NamedRun {
  std::string name;  // for words: the file
  record::RunRecord run;
};

// Problems, references, rivals, samples and warnings of all of them, each once. What several of them have,
// with what it used, is the first one's. Where environments may differ (record/conditions.h), the values of
// all stand beside each other: "cpu A; cpu B". Complete if all are.
//
// Errors: bad_input, naming every difference of the conditions, or the first record that two runs have with
// another content: a problem's digest, a reference's, rival's or sample's code, verdict or costs.
Result<record::RunRecord> merge(const std::vector<NamedRun>& runs);

}  // namespace effk::store
