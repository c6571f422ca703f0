#include "harness/session/machine_state.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "harness/session/bench.h"

namespace effk::session {

MachineState machine_state() {
  MachineState state;
  state.cpus = usable_cpus();
  double load = 0;
  if (::getloadavg(&load, 1) == 1) state.load = load;
  std::ifstream file("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
  if (std::string governor; file >> governor) state.governor = governor;
  return state;
}

std::string time_warning(const MachineState& state, int jobs) {
  std::string text = "costs are CPU time, which is not repeatable: another run gives other scores; ";
  text += state.load ? fmt::format("when it began, the load average was {:.1f} on {} CPU{}", *state.load,
                                   state.cpus, state.cpus == 1 ? "" : "s")
                     : std::string("the machine's load is not known");
  text += state.governor ? fmt::format(", the frequency governor {}", *state.governor)
                         : std::string(", no frequency governor can be seen");
  if (jobs > 1) text += fmt::format("; {} samples at a time (--jobs) slow each other down", jobs);
  return text;
}

}  // namespace effk::session
