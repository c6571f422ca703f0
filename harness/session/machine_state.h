// harness/session/machine_state.h -- what else the machine is doing: it decides what a time is worth.
#pragma once

#include <optional>
#include <string>

namespace effk::session {

struct MachineState {
  int cpus = 1;                     // that this process may use
  std::optional<double> load = {};  // average number of runnable processes over the last minute
  std::optional<std::string> governor =
      {};  // of the first CPU's frequency; std::nullopt: the kernel has none
};

MachineState machine_state();

// What a reader of scores by time must know, in one sentence. `jobs`: samples measured at a time.
std::string time_warning(const MachineState& state, int jobs);

}  // namespace effk::session
