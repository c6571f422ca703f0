// metrics/suite_mean.h -- the value of a suite: the unweighted mean over the selected problems.
//
//   Unit     the unit of the values.
//   Range    at least one selected problem, each named once; values of selected problems finite.
//   Errors   std::invalid_argument outside these ranges.
//   Threads  pure.
//   Source   ENAMEL and HumanEval take the plain mean over problems (q-rz/enamel:enam/evaluate.py,
//            openai/human-eval:human_eval/evaluation.py). That a missing problem counts 0 and is named is
//            ours: peers drop it or give up.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

namespace effk::metrics {

struct SuiteMean {
  double mean = 0;
  std::vector<double> values;  // one a selected problem, in that order, 0 where missing: for intervals.h
  std::vector<std::string> missing;  // selected problems without a value, in the order selected
};

// Values of problems that are not selected are left out. The mean is rounded once, so it does not depend on
// the order of the problems.
//
//   selected a, b, c; values {a: 1, b: 0.5}: mean 0.5, missing c
SuiteMean suite_mean(std::span<const std::string> selected, const std::map<std::string, double>& values);

}  // namespace effk::metrics
