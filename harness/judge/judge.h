// harness/judge/judge.h -- what became of one execution.
//
// The verdict is decided after the child is gone, by precedence: first the final count (budget_exceeded,
// whatever else happened), then limits, then how it ended, and last whether the answer is right.
//
//   Errors   those of a problem's own checker; what a sample did is a verdict.
//   Threads  may be called from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/cases/generator.h"
#include "harness/measure/execution.h"
#include "harness/record/verdict.h"
#include "harness/suite/problem.h"

namespace effk::judge {

struct Judgement {
  record::Verdict verdict = record::Verdict::accepted;
  std::string detail;  // one line for a person

  bool operator==(const Judgement&) const = default;
};

// What costs more than this.
Judgement over_budget(Cost budget, CostUnit unit);

// How a child ended, without looking at its answer: std::nullopt means that it left a value, or, of a
// program, that it ended by itself with exit status 0.
std::optional<Judgement> judge_end(const measure::Execution& execution, const measure::Job& job);

// The encoded value that an execution left, as the signature's result type: a list stands for a tuple, an int
// for a float. Of a program, what it printed, as a str. The error names what is wrong with it, for a person.
tl::expected<std::string, Judgement> result_value(const measure::Execution& execution,
                                                  const suite::Problem& problem);

// All of it. `expected` is the reference's output in binary form.
Result<Judgement> judge(const measure::Execution& execution, const measure::Job& job,
                        const suite::Problem& problem, const cases::Generator& generator,
                        std::string_view expected);

}  // namespace effk::judge
