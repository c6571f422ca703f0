// harness/report/junit.h -- a gate's decision as JUnit XML, as GitLab, Jenkins and others read it.
//
// A test case for each judged metric, each sample, and each allowance that has expired. Readers
// know a test case by classname and name (GitLab: issues 299086, 50964), so no two have the same pair. What
// is allowed or new is skipped, with the reason. A sample's time is the wall time of its cases, in seconds.
//
//   Errors   none: what XML 1.0 cannot hold is escaped as printable() does it.
//   Threads  pure.
#pragma once

#include <string>

#include "harness/gate/comparison.h"

namespace effk::report {

std::string junit(const gate::RunComparison& comparison);

}  // namespace effk::report
