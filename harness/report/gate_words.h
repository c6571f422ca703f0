// harness/report/gate_words.h -- what a comparison found, in words: every form for people says it with
// these.
//
// Names and details are printable(); numbers of instructions are exact.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>

#include "harness/gate/comparison.h"

namespace effk::report {

// How a gate's or a comparison's two sides are called: the files' names.
struct Sides {
  std::string baseline;
  std::string run;
  bool decides = true;  // a gate; else a comparison, which neither passes nor fails
};

// "MODEL/PROBLEM/LANGUAGE/SAMPLE", or "eff@1 of MODEL (LANGUAGE)".
std::string name_of(const gate::Subject& subject);

// One reason: "level 3 costs 27,400,000 instructions, 272,877 (+1.01%) more than 27,127,123; 27,127 are
// tolerated".
std::string words_of(const gate::Reason& reason, CostUnit unit);

// "cost", "verdict": one word for machines.
std::string_view kind_word(gate::Reason::Kind kind);

// The reasons that made the outcome, with what confirmed or allowed it: "; " between them.
std::string why(const gate::Comparison& comparison, CostUnit unit);

// "metric" with its values: "0.412 (baseline 0.437, difference -0.025, 95% interval -0.041 to -0.009, p
// 0.003)".
std::string metric_words(const gate::Comparison& comparison);

// "FAILED: 2 worse, 1 better, 23 with no difference resolved, 1 allowed"; of a comparison without the first
// word.
std::string headline(const gate::RunComparison& comparison, const Sides& sides);

}  // namespace effk::report
