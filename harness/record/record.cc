#include "harness/record/record.h"

#include <algorithm>
#include <tuple>

namespace effk::record {

CostUnit cost_unit(const Environment& environment) {
  const auto found = environment.find("cost");
  const bool is_time =
      found != environment.end() && found->second == to_string(CostUnit::cpu_time_nanoseconds);
  return is_time ? CostUnit::cpu_time_nanoseconds : CostUnit::instructions;
}

std::vector<std::string> event_names(const Environment& environment) {
  std::vector<std::string> names;
  const auto found = environment.find("events");
  if (found == environment.end()) return names;
  const std::string& list = found->second;
  for (std::size_t from = 0; from < list.size();) {
    const std::size_t end = std::min(list.find(',', from), list.size());
    names.push_back(list.substr(from, end - from));
    from = end + 1;
  }
  return names;
}

void sort(RunRecord& run) {
  const auto by = [](auto& list, auto key) {
    std::sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  };
  by(run.problems, [](const ProblemRecord& one) { return std::tie(one.problem); });
  by(run.references, [](const ReferenceRecord& one) { return std::tie(one.problem, one.language); });
  by(run.rivals, [](const RivalRecord& one) { return std::tie(one.problem, one.language, one.name); });
  by(run.samples, [](const SampleRecord& one) {
    return std::tuple<const std::string&, const std::string&, const std::string&, std::size_t,
                      const std::string&>(one.model, one.problem, one.language, one.sample.size(),
                                          one.sample);
  });
}

const ProblemRecord* find_problem(const RunRecord& run, std::string_view problem) {
  for (const ProblemRecord& one : run.problems) {
    if (one.problem == problem) return &one;
  }
  return nullptr;
}

const ReferenceRecord* find_reference(const RunRecord& run, std::string_view problem,
                                      std::string_view language) {
  for (const ReferenceRecord& one : run.references) {
    if (one.problem == problem && one.language == language) return &one;
  }
  return nullptr;
}

}  // namespace effk::record
