#include "metrics/suite_mean.h"

#include <set>
#include <stdexcept>

#include "metrics/means.h"

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
  result.mean = mean("suite_mean", result.values);
  return result;
}

}  // namespace effk::metrics
