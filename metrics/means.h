// metrics/means.h -- sums, means and their quotients, rounded once, so that they do not depend on the order.
//
//   Range    at least one value, all finite.
//   Errors   std::invalid_argument outside these ranges; `caller` begins the message.
//   Threads  pure.
#pragma once

#include <span>
#include <string>

namespace effk::metrics {

double mean(const std::string& caller, std::span<const double> values);

// (sum of numerators) / (sum of denominators). The sums may exceed the largest double; the denominators must
// not sum to 0.
double ratio_of_sums(const std::string& caller, std::span<const double> numerators,
                     std::span<const double> denominators);

}  // namespace effk::metrics
