// harness/submissions/problem_match.h -- which problem of the suite a sample means, in the words of whoever
// wrote it: an id, another benchmark's id, a number, or the prompt itself.
//
//   Errors   none: nullptr where the suite has no such problem, or has two of that number.
//   Threads  reading is free. The suite must outlive it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/suite/suite.h"

namespace effk::submissions {

// "two_sum/cpp" is the problem two_sum, in C++.
struct TaskId {
  const suite::Problem* problem = nullptr;
  std::optional<suite::Language> language;
};

class ProblemIndex {
 public:
  explicit ProblemIndex(const suite::Suite& suite);

  const suite::Suite& suite() const { return *suite_; }

  // By id or alias; else by the id that has '_' where `written` has what no identifier may have:
  // "HumanEval/0" and "spiral-matrix" are HumanEval_0 and spiral_matrix.
  const suite::Problem* by_name(std::string_view written) const;

  // by_name(), also with a language behind the last slash.
  TaskId by_task_id(std::string_view written) const;

  // The problem whose first alias that ends in digits, or else whose id, ends in this number.
  const suite::Problem* by_number(std::uint64_t number) const;
  // The highest number, if every problem has one and no two have the same.
  std::optional<std::uint64_t> highest_number() const { return highest_number_; }

  // By the exact text that completions continue. Of several with one text: the first in_order().
  const suite::Problem* by_prompt(std::string_view prompt) const;

  // Sorted by id in natural order: HumanEval_2 before HumanEval_10.
  const std::vector<const suite::Problem*>& in_order() const { return in_order_; }

 private:
  const suite::Suite* suite_;
  std::map<std::string, const suite::Problem*, std::less<>> by_alias_;
  std::map<std::uint64_t, const suite::Problem*> by_number_;  // nullptr: two have it
  std::map<std::string, const suite::Problem*, std::less<>> by_prompt_;
  std::vector<const suite::Problem*> in_order_;
  std::optional<std::uint64_t> highest_number_;
};

// The number at the end of `name`; std::nullopt without one, or beyond 18 digits.
std::optional<std::uint64_t> number_at_end(std::string_view name);

}  // namespace effk::submissions
