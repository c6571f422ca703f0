// harness/report/cases_csv.h -- a run as one table: a row a sample and case, in the dialect of csv.h.
//
// A sample without cases (it did not compile) has one row in which level and what follows are empty. A cost
// that is empty is censored or has no count to trust; of a run by time the headings say load_ns, cost_ns, ...
// Events that the run was asked for are the last columns, under their names; empty where not recorded.
//
//   Threads  pure.
#pragma once

#include <string>

#include "harness/record/record.h"

namespace effk::report {

std::string cases_csv(const record::RunRecord& run);

}  // namespace effk::report
