#include "harness/report/sample_events.h"

#include <fmt/format.h>

#include <optional>
#include <vector>

#include "harness/report/layout.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

const record::ResourceUse* use_of(const record::CaseRecord& one) {
  return &one.use;
}

const record::ResourceUse* use_of(const record::ReferenceCase& one) {
  return one.use ? &*one.use : nullptr;
}

// The sum over the cases of a level; nothing if one of them lacks the event, or if there is none.
template <typename Case>
std::optional<std::uint64_t> sum(const std::vector<Case>& cases, int level, const std::string& event) {
  std::optional<std::uint64_t> total;
  for (const Case& one : cases) {
    if (one.level != level) continue;
    const record::ResourceUse* use = use_of(one);
    if (use == nullptr || use->events.count(event) == 0) return std::nullopt;
    total = total.value_or(0) + use->events.at(event);
  }
  return total;
}

template <typename Case>
std::vector<std::string> row(std::string event, const char* whose, const std::vector<Case>& cases, int levels,
                             const std::string& name) {
  std::vector<std::string> cells{std::move(event), whose};
  for (int level = 0; level < levels; ++level) {
    const auto total = sum(cases, level, name);
    cells.push_back(total ? grouped(*total) : "-");
  }
  return cells;
}

}  // namespace

std::string sample_events(const record::RunRecord& run, const record::SampleRecord& sample,
                          const record::ReferenceRecord* reference, const TextStyle& style) {
  const std::vector<std::string> names = record::event_names(run.environment);
  if (names.empty()) return {};
  const record::ProblemRecord* problem = record::find_problem(run, sample.problem);
  const int levels = problem == nullptr ? 0 : static_cast<int>(problem->levels.size());
  Grid grid;
  grid.column("event", Grid::Align::left);
  grid.column("of", Grid::Align::left);
  for (int level = 0; level < levels; ++level)
    grid.column(fmt::format("level {}", level), Grid::Align::right);
  for (const std::string& name : names) {
    grid.row(row(printable(name), "the sample", sample.cases, levels, name));
    if (reference != nullptr) grid.row(row("", "the reference", reference->cases, levels, name));
  }
  grid.squeeze(0, kPageWidth - 2);
  return wrapped("events, summed over the cases of a level that were run; '-' is not recorded or not run",
                 2) +
         grid.text(style, 2);
}

}  // namespace effk::report
