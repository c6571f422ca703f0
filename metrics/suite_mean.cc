#include "metrics/suite_mean.h"

#include <cmath>
#include <set>
#include <stdexcept>

#include "metrics/double_double.h"
#include "metrics/scaling.h"

namespace effk::metrics {

SuiteMean suite_mean(std::span<const std::string> selected, const std::map<std::string, double>& values) {
  if (selected.empty()) throw std::invalid_argument("suite_mean: no problem is selected");
  SuiteMean result;
  std::set<std::string> seen;
  for (const std::string& problem : selected) {
    if (!seen.insert(problem).second) {
      throw std::invalid_argument("suite_mean: problem '" + problem + "' is selected twice");
    }
    const auto found = values.find(problem);
    if (found == values.end()) result.missing.push_back(problem);
    result.values.push_back(found == values.end() ? 0 : found->second);
  }
  check_finite("suite_mean", result.values);

  std::vector<double> scaled = result.values;
  const int exponent = scale_to_unit(scaled);
  DoubleDouble sum;
  for (const double value : scaled) sum = plus(sum, value);
  result.mean = std::ldexp(rounded(divided_by(sum, static_cast<double>(scaled.size()))), exponent);
  return result;
}

}  // namespace effk::metrics
