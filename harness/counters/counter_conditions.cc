#include "harness/counters/counter_conditions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>

#include "harness/counters/core_pmu.h"
#include "harness/counters/open_failure.h"

namespace effk::counters {

CounterConditions counter_conditions() {
  CounterConditions conditions;
  conditions.paranoid = perf_event_paranoid();
  int watchdog = 0;
  std::ifstream("/proc/sys/kernel/nmi_watchdog") >> watchdog;
  conditions.watchdog = watchdog == 1;
  for (const CorePmu& pmu : kinds_of_core()) conditions.kinds_of_core.push_back(pmu.name);
  return conditions;
}

std::string in_words(const CounterConditions& conditions) {
  std::string words = conditions.paranoid ? fmt::format("perf_event_paranoid {}", *conditions.paranoid)
                                          : "perf_event_paranoid cannot be read";
  if (conditions.watchdog) words += ", an NMI watchdog holds a counter";
  if (!conditions.kinds_of_core.empty())
    words += fmt::format(", cores: {}", fmt::join(conditions.kinds_of_core, " "));
  return words;
}

}  // namespace effk::counters
