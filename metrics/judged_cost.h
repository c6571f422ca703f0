// metrics/judged_cost.h -- one sample as most metrics see it: is it right, and what did it cost?
//
//   Unit     costs are in one unit of the caller's choice, the same for all that is compared: instructions,
//            or seconds.
//   Errors   known_cost() and check_cost() throw std::invalid_argument.
//   Threads  pure.
#pragma once

#include <optional>
#include <string>

namespace effk::metrics {

struct JudgedCost {
  bool right = false;
  // Summed over the stress cases of the problem; std::nullopt if it is unknown because the budget ran out:
  // no metric then treats the sample as cheap. Not looked at when the sample is wrong.
  std::optional<double> cost = std::nullopt;
};

// The cost of a right sample; std::nullopt for a wrong one and for a right one that ran over budget. Throws
// if the cost of a right sample is infinite, NaN or below 0; `caller` begins the message.
std::optional<double> known_cost(const std::string& caller, const JudgedCost& sample);

// Throws unless `cost` is finite and above 0: `whose` cost it is ("the reference's") goes into the message.
void check_cost(const std::string& caller, const std::string& whose, double cost);

}  // namespace effk::metrics
