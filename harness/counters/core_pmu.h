// harness/counters/core_pmu.h -- the counters of one CPU, where a machine has several kinds of CPU.
//
// On such a machine (performance and efficiency cores, big and little ones) each kind has a PMU of its own in
// /sys, and an event counts on one of them alone: PERF_COUNT_HW_INSTRUCTIONS on whichever the kernel tries
// first. A process that is pinned to a CPU must be counted by that CPU's.
//
//   Errors   none: what cannot be read is not there.
//   Threads  pure functions but for the files they read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace effk::counters {

inline const std::filesystem::path kEventSources = "/sys/bus/event_source/devices";

struct CorePmu {
  std::string name;                // "cpu_atom", "armv8_pmuv3_0"
  std::uint32_t type = 0;          // perf_event_attr.type
  std::uint64_t instructions = 0;  // perf_event_attr.config of instructions retired
  std::vector<int> cpus;           // that it counts on, ascending
};

// Those that say which CPUs they count on and have an event for instructions, by name. A machine with one
// kind of CPU has one or, on x86, none.
std::vector<CorePmu> core_pmus(const std::filesystem::path& sources = kEventSources);

// Those of this machine if it has more than one; else none, since the kernel finds the only one by itself.
std::vector<CorePmu> kinds_of_core();

// The attributes (as encode_event() makes them) with the event for instructions of the PMU that counts on
// this CPU instead; as they are if none of `pmus` does.
std::string counted_on(int cpu, const std::vector<CorePmu>& pmus, const std::string& attributes);

}  // namespace effk::counters
