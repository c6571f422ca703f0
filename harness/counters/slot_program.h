// harness/counters/slot_program.h -- counts a whole program whose instrument leaves counts in a memory file.
#pragma once

#include <functional>

#include "harness/counters/instrument.h"
#include "harness/counters/slot_file.h"

namespace effk::counters {

// `launch_of` makes the launch for a memory file that has this descriptor, and keeps its number in the
// started process. The program's own command line is added to the prefix. Errors: environment, if the
// instrument could not start the program or not count all that it did.
Result<ProgramCount> count_program_by_slots(const ProgramRun& run,
                                            const std::function<Launch(int descriptor)>& launch_of);

}  // namespace effk::counters
