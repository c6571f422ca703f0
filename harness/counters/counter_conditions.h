// harness/counters/counter_conditions.h -- what on this machine decides whether `perf` can count, and how
// well.
//
//   Errors   none: what cannot be read is not known.
//   Threads  any.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace effk::counters {

struct CounterConditions {
  std::optional<int> paranoid;             // kernel.perf_event_paranoid
  bool watchdog = false;                   // the kernel's NMI watchdog holds a counter of each CPU
  std::vector<std::string> kinds_of_core;  // their PMUs, where there is more than one kind
};

CounterConditions counter_conditions();

// "perf_event_paranoid 2, an NMI watchdog holds a counter, cores: cpu_atom cpu_core"
std::string in_words(const CounterConditions& conditions);

}  // namespace effk::counters
