#include "harness/counters/slot_program.h"

#include "harness/counters/program_process.h"

namespace effk::counters {

Result<ProgramCount> count_program_by_slots(const ProgramRun& run,
                                            const std::function<Launch(int descriptor)>& launch_of) {
  const auto slots = SlotFile::create();
  if (!slots) return tl::unexpected(slots.error());
  const Launch launch = launch_of(slots->descriptor());
  ProgramStart start;
  start.file = launch.prefix.front();
  start.arguments = launch.prefix;
  start.arguments.insert(start.arguments.end(), run.arguments.begin(), run.arguments.end());
  start.environment = launch.environment;
  start.inherited_descriptor = slots->descriptor();
  const auto wait_status = run_program(start);
  if (!wait_status) return tl::unexpected(wait_status.error());
  const auto totals = slots->all();
  if (!totals) return tl::unexpected(totals.error());
  return ProgramCount{totals->instructions, *wait_status};
}

}  // namespace effk::counters
