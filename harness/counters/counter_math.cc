#include "harness/counters/counter_math.h"

#include <fmt/format.h>

namespace effk::counters {

Result<Instructions> exact_count(const EventReading& reading) {
  if (!was_counted_throughout(reading)) {
    return fail(
        ErrorKind::environment, "the count of instructions would be an estimate",
        fmt::format("the kernel counted during {} ns of {} ns: another program uses the counter, or the "
                    "process moved to a kind of core that this event does not count on",
                    reading.running_ns, reading.enabled_ns),
        "end other profilers (perf, an NMI watchdog: sudo sysctl kernel.nmi_watchdog=0), or use "
        "--instrument valgrind");
  }
  return Instructions{reading.value};
}

bool plausible_count(Instructions counted, Instructions known) {
  const std::uint64_t slack = known.value / 1000 + 100'000;
  return counted >= known && counted.value - known.value <= slack;
}

}  // namespace effk::counters
