#include "harness/report/cases_csv.h"

#include <fmt/format.h>

#include <vector>

#include "harness/report/csv_cells.h"

namespace effk::report {
namespace {

constexpr std::size_t kCaseColumns = 12;  // and one for each event

std::vector<std::string> case_cells(const record::CaseRecord& one, const std::vector<std::string>& events) {
  std::vector<std::string> cells{fmt::to_string(one.level),
                                 fmt::to_string(one.number),
                                 std::string(record::to_string(one.verdict)),
                                 fmt::to_string(one.total.value),
                                 one.cost ? fmt::to_string(one.cost->value) : "",
                                 fmt::to_string(one.spread.value),
                                 fmt::to_string(one.use.user_us),
                                 fmt::to_string(one.use.system_us),
                                 fmt::to_string(one.use.wall_us),
                                 fmt::to_string(one.use.peak_memory_bytes),
                                 text_cell(fmt::format("{}", fmt::join(one.flags, "; "))),
                                 text_cell(one.detail)};
  for (const std::string& event : events) {
    const auto found = one.use.events.find(event);
    cells.push_back(found == one.use.events.end() ? "" : fmt::to_string(found->second));
  }
  return cells;
}

}  // namespace

std::string cases_csv(const record::RunRecord& run) {
  // Nobody may take times for counts.
  const std::string end = record::cost_unit(run.environment) == CostUnit::cpu_time_nanoseconds ? "_ns" : "";
  const std::vector<std::string> events = record::event_names(run.environment);
  std::vector<std::string> headings{"model",          "problem",     "language",   "sample",
                                    "sample_verdict", "load" + end,  "level",      "number",
                                    "verdict",        "total" + end, "cost" + end, "spread" + end,
                                    "user_us",        "system_us",   "wall_us",    "peak_memory_bytes",
                                    "flags",          "detail"};
  for (const std::string& event : events) headings.push_back(text_cell(event));
  std::string text = csv_line(headings);
  for (const record::SampleRecord& sample : run.samples) {
    const std::vector<std::string> head{text_cell(sample.model),
                                        text_cell(sample.problem),
                                        text_cell(sample.language),
                                        text_cell(sample.sample),
                                        std::string(record::to_string(sample.verdict)),
                                        sample.load ? fmt::to_string(sample.load->value) : ""};
    const auto add = [&](const std::vector<std::string>& cells) {
      std::vector<std::string> row = head;
      row.insert(row.end(), cells.begin(), cells.end());
      text += csv_line(row);
    };
    for (const record::CaseRecord& one : sample.cases) add(case_cells(one, events));
    if (sample.cases.empty()) add(std::vector<std::string>(kCaseColumns + events.size()));
  }
  return text;
}

}  // namespace effk::report
