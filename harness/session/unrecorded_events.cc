#include "harness/session/unrecorded_events.h"

#include <fmt/format.h>

namespace effk::session {
namespace {

// What each case used that got as far as mark 0: before it, nothing is counted.
std::vector<const record::ResourceUse*> uses(const record::RunRecord& run) {
  std::vector<const record::ResourceUse*> all;
  const auto add = [&](const std::vector<record::CaseRecord>& cases) {
    for (const record::CaseRecord& one : cases) {
      if (one.total.value > 0) all.push_back(&one.use);
    }
  };
  for (const record::SampleRecord& one : run.samples) add(one.cases);
  for (const record::RivalRecord& one : run.rivals) add(one.cases);
  for (const record::ReferenceRecord& reference : run.references) {
    for (const record::ReferenceCase& one : reference.cases) {
      if (one.use) all.push_back(&*one.use);
    }
  }
  return all;
}

}  // namespace

std::vector<std::string> unrecorded_events(const record::RunRecord& run) {
  std::vector<std::string> lines;
  const auto cases = uses(run);
  for (const std::string& event : record::event_names(run.environment)) {
    std::size_t lacking = 0;
    for (const record::ResourceUse* use : cases) lacking += 1 - use->events.count(event);
    if (lacking == 0) continue;
    lines.push_back(fmt::format(
        "{} is not recorded in {} of {} cases: another program used the processor's counters too, "
        "and it was counted part of the time only; end other profilers, or ask for fewer events",
        event, lacking, cases.size()));
  }
  return lines;
}

}  // namespace effk::session
